/** Told how many of how many files are there. */
export type Progress = (what: 'rendered' | 'written', done: number, all: number) => void;
