/** Folder of a repository that holds the output, where nothing else is said. */
export const DEFAULT_PATH = 'dist';

const GIT_URL = /^(https?|ssh):\/\/[^\s/]+\/\S+$/;
const SCP_URL = /^[\w.-]+@[\w.-]+:[^\s/]\S*$/;
const OCI_URL = /^oci:\/\/[^\s/]+\/\S+$/;
// what Git allows in the name of a branch or tag, as far as it can be read as nothing else
const REVISION = /^[A-Za-z0-9][\w./+-]*$/;

/** Whether `value` is the URL of a Git repository; `scp` allows `<user>@<host>:<path>`. */
export function isGitUrl(value: string, scp = true): boolean {
  return GIT_URL.test(value) || (scp && SCP_URL.test(value));
}

/** Whether `value` is the URL of a repository in a registry, without a tag. */
export function isOciUrl(value: string): boolean {
  return OCI_URL.test(value) && !/[:@]/.test(value.slice(value.lastIndexOf('/')));
}

/** Whether `value` is a branch, tag or commit. */
export function isRevision(value: string): boolean {
  return REVISION.test(value) && !value.includes('..') && !/[./]$|\/\//.test(value);
}

/** Whether `value` is a folder within a repository; `.` is the repository itself. */
export function isFolder(value: string): boolean {
  const path = folder(value);
  return path === '.' || /^[\w@+-][\w.@+-]*(\/[\w@+-][\w.@+-]*)*$/.test(path);
}

/** A folder without a slash at its end. */
function folder(value: string): string {
  return value.replace(/^\.\/(?=.)/, '').replace(/\/$/, '');
}

/** Whether `value` is meant as a registry's URL. */
export function isOci(value: string): boolean {
  return value.startsWith('oci://');
}

/** A folder of the output, as its path in the repository. */
export function inRepository(path: string, inner: string): string {
  const outer = folder(path);
  return outer === '.' ? inner : `${outer}/${inner}`;
}
