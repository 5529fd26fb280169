import { header } from '../../lib/synth/owner';

/** The app of these tests: the name in this project's package.json. */
export const APP = 'cdk8s-keda-functions';

/** A file of an app, as `toFiles` makes it. The first of the folders is the environment, if there is one. */
export function own(path: string, body: string, app = APP): string {
  const slash = path.indexOf('/');
  const owner = slash < 0 ? { file: path } : { environment: path.slice(0, slash), file: path.slice(slash + 1) };
  return `${header({ app, ...owner })}\n${body}\n`;
}

/** Files with one body. */
export function texts(body: string, ...paths: string[]): { [path: string]: string } {
  return Object.fromEntries(paths.map((path) => [path, own(path, body)]));
}
