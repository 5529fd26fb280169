import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { ENVIRONMENT_FILE } from '../../lib/catalog/environment-file';
import { InputError } from '../../lib/errors';
import { describe, Place, type Problem } from '../../lib/fields';
import { command } from '../shell';
import { version } from '../version';
import { environment, filesOf } from './files';
import type { Repository } from './readme';

interface Options extends Pick<Repository, 'domain' | 'argocd' | 'flux'> {
  readonly package: string;
}

const MORE = `
Exit code: 0; 2 a file is there already: nothing is written.

  cdk8s-keda-functions init demo
  cdk8s-keda-functions init demo --flux https://github.com/acme/demo.git`;

export function addInit(program: Command): void {
  program
    .command('init')
    .summary('makes a repository: an environment, a function, a workflow')
    .description('Makes a repository of YAML: an environment, a function, a GitHub workflow.')
    .argument('[folder]', 'where it is made', '.')
    .option('--domain <domain>', 'functions are at <name>.<domain>', 'fn.example.com')
    .addOption(new Option('--argocd <url>', 'Argo CD applies what this Git repository holds').conflicts('flux'))
    .addOption(new Option('--flux <url>', 'Flux applies what this Git repository holds'))
    .option('--package <spec>', 'what npm installs as cdk8s-keda-functions', `^${version()}`)
    .addHelpText('after', MORE)
    .action(init);
}

function init(folder: string, { package: dependency, ...options }: Options): void {
  const problems: Problem[] = [];
  ENVIRONMENT_FILE.readWhole(environment(options), Place.root('yaml', problems));
  if (problems.length > 0) throw new InputError(...problems.map((problem) => describe(problem)));
  const name = basename(resolve(folder))
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, '-')
    .replace(/^[._-]+/, '');
  const files = Object.entries(filesOf({ ...options, name: name || 'functions', dependency }));
  const there = files.map(([path]) => join(folder, path)).filter((path) => existsSync(path));
  if (there.length > 0)
    throw new InputError(...there.map((path) => `${path}: is there already; allowed: a folder without it`));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const enter = folder === '.' ? '' : command`cd ${folder} && `;
  console.log(`${files.map(([path]) => join(folder, path)).join('\n')}\n\nnext: ${enter}npm install && npm run synth`);
}
