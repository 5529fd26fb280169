/** The folders of a catalog, in which each file is that is read. */
export const FOLDERS = ['environments', 'functions'];
