import { Runtime } from '../../lib';

/** Runtimes that no test runs, as no image of them can be made of what npm, Debian, Go and crates have; and why. */
export const NOT_RUN_HERE: ReadonlyMap<Runtime, string> = new Map([
  [Runtime.DOTNET, 'neither Debian nor npm has the .NET SDK'],
]);

/** The others. */
export const RUN_HERE: readonly Runtime[] = Runtime.ALL.filter((runtime) => !NOT_RUN_HERE.has(runtime));
