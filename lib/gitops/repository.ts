import type { IConstruct } from 'constructs';
import { reject } from '../errors';

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
export function folder(value: string): string {
  return value.replace(/^\.\/(?=.)/, '').replace(/\/$/, '');
}

/** Returns `value` if it is the URL of a Git repository. */
export function requireGitUrl(scope: IConstruct, field: string, value: string, scp = true): string {
  if (GIT_URL.test(value) || (scp && SCP_URL.test(value))) return value;
  const forms = `https://<host>/<path>, ssh://<user>@<host>/<path>${scp ? ' or <user>@<host>:<path>' : ''}`;
  reject(scope, `${field} "${value}" is not a URL of a Git repository; allowed: ${forms}`);
}

/** Whether `value` is meant as a registry's URL. */
export function isOci(value: string): boolean {
  return value.startsWith('oci://');
}

/** Returns `value` if it is the URL of a repository in a registry, without a tag. */
export function requireOciUrl(scope: IConstruct, field: string, value: string): string {
  if (OCI_URL.test(value) && !/[:@]/.test(value.slice(value.lastIndexOf('/')))) return value;
  reject(scope, `${field} "${value}" is not a URL of a registry's repository; allowed: oci://<host>/<path>, no tag`);
}

/** Returns `value` if it is a branch, tag or commit. */
export function requireRevision(scope: IConstruct, field: string, value: string): string {
  if (REVISION.test(value) && !value.includes('..') && !/[./]$|\/\//.test(value)) return value;
  reject(
    scope,
    `${field} "${value}" is not a branch, tag or commit; allowed: letters, digits, "/", ".", "_", "-" and "+"`,
  );
}

/** Returns `value`, without a slash at its end, if it is a folder within a repository; `.` is the repository itself. */
export function requirePath(scope: IConstruct, field: string, value: string): string {
  const path = value.replace(/^\.\/(?=.)/, '').replace(/\/$/, '');
  if (path === '.' || /^[\w@+-][\w.@+-]*(\/[\w@+-][\w.@+-]*)*$/.test(path)) return path;
  reject(
    scope,
    `${field} "${value}" is not a folder of a repository; allowed: a relative path such as dist, or "." for all`,
  );
}

/** A folder of the output, as its path in the repository. */
export function inRepository(path: string, folder: string): string {
  return path === '.' ? folder : `${path}/${folder}`;
}
