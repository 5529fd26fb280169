/** What keeps a file from being read. */
export interface FileFault {
  readonly reason: string;
  /** @default - any file that can be read */
  readonly allowed?: string;
}
