import lock from '../package-lock.json';

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: { readonly [name: string]: string };
}

/** What whoever installs the package gets with it. */
export interface Dependency {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** The package that asks for it; undefined where this one does. */
  readonly neededBy?: string;
}

const PACKAGES: { readonly [folder: string]: Locked } = lock.packages;

/** The dependencies and peers of the package with all that they need, by name: as npm has locked them. */
export function dependencies(): Dependency[] {
  const found = new Map<string, Dependency>();
  const visit = (name: string, from: string, neededBy?: string): void => {
    const folder = folderOf(name, from);
    if (found.has(folder)) return;
    const { version, license, dependencies: needed = {} } = PACKAGES[folder]!;
    if (!license) throw new Error(`package-lock.json: ${folder} has no licence; allowed: an SPDX expression`);
    found.set(folder, { name, version, licence: license, neededBy });
    for (const each of Object.keys(needed)) visit(each, folder, name);
  };
  const own = lock.packages[''];
  const names = Object.keys({ ...own.dependencies, ...own.peerDependencies });
  for (const name of names.sort()) visit(name, '');
  return [...found.values()].sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
}

/** Where Node finds a package that one in a folder asks for: beside its own, or beside one further up. */
function folderOf(name: string, from: string): string {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const folder = `${at && `${at}/`}node_modules/${name}`;
    if (folder in PACKAGES) return folder;
    if (at === '') throw new Error(`package-lock.json: ${name}, which ${from} needs, is missing`);
  }
}
