import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'cdk8s';
import { Catalog } from '../../lib';
import { InputError } from '../../lib/errors';
import { render } from '../../lib/synth/render';
import { warningsIn } from '../../lib/warnings';

/** What is wrong with a declaration, or likely not wanted. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  /** As one would open it from the working folder. */
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Problems of the declarations in a folder: of their files or, where those are right, of all that becomes of them. */
export function problemsOf(folder: string): Problem[] {
  try {
    const app = new App();
    new Catalog(app, { folder });
    const { suspicious } = render(app, { name: 'check' });
    return warningsIn(app, (object) => suspicious.get(object)).map((line) => problem(folder, 'warning', line));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.message.split('\n').map((line) => problem(folder, 'error', line));
  }
}

/** Of a line `file:line: message`, or `path/of/construct: message`, which a file declares. */
function problem(folder: string, severity: Problem['severity'], text: string): Problem {
  const [, file, line, message] = /^([^:]+):(\d+): (.*)$/s.exec(text) ?? [];
  if (file !== undefined) return { severity, file: join(folder, file), line: Number(line), message: message! };
  return { severity, file: join(folder, declarationOf(folder, text.split(':')[0]!)), line: 1, message: text };
}

/** The file that declares a construct: that of its function or project, else that of its environment. */
function declarationOf(folder: string, path: string): string {
  const [environment, room, project, name] = path.split('/');
  const own = `functions/${project}/${name}.yaml`;
  return room === 'functions' && existsSync(join(folder, own)) ? own : `environments/${environment}.yaml`;
}
