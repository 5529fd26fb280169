/** Volume group of the upstream chart. */
export const FS_GROUP = 1000;
