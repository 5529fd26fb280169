import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import project from '../package.json';

const ROOT = join(__dirname, '..');
const SOURCES = ['index.ts', 'lib', 'imports', 'README.md', 'LICENSE'];
/** Packages that are no jsii modules travel within the package. */
const BUNDLED = ['yaml', 'fastest-levenshtein'] as const;
const GO_MODULES = `github.com/enclii/${project.name}-go`;
const PEERS = Object.keys(project.peerDependencies);

/** Everything that jsii needs, in a folder of its own: the command line is not a part of it. */
export function assemble(folder: string): void {
  for (const source of SOURCES) cpSync(join(ROOT, source), join(folder, source), { recursive: true });
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, '@types'), { recursive: true });
  for (const name of [...PEERS, '@types/node']) symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
  for (const name of BUNDLED) {
    cpSync(join(ROOT, 'node_modules', name), join(modules, name), { recursive: true, dereference: true });
  }
  write(join(folder, 'package.json'), manifest());
  write(join(folder, 'tsconfig.json'), tsconfig());
}

function manifest(): object {
  const { name, version, description, license, author, repository, keywords, engines, peerDependencies } = project;
  return {
    ...{ name, version, description, license, author, repository, keywords, engines, peerDependencies },
    main: 'index.js',
    types: 'index.d.ts',
    dependencies: Object.fromEntries(BUNDLED.map((bundled) => [bundled, project.dependencies[bundled]])),
    bundledDependencies: BUNDLED,
    // the oldest that the peers may be
    devDependencies: Object.fromEntries(
      PEERS.map((peer) => [peer, peerDependencies[peer as keyof typeof peerDependencies].slice(1)]),
    ),
    stability: 'experimental',
    jsii: {
      outdir: 'dist',
      tsconfig: 'tsconfig.json',
      validateTsconfig: 'minimal',
      versionFormat: 'full',
      targets: {
        python: { distName: name, module: name.replaceAll('-', '_') },
        // a repository of its own, in which the package is a folder
        go: { moduleName: GO_MODULES, packageName: name.replaceAll('-', '') },
      },
    },
  };
}

function tsconfig(): object {
  const compilerOptions = {
    ...{ target: 'es2022', lib: ['es2022'], module: 'node16', moduleResolution: 'node16', types: ['node'] },
    ...{ strict: true, esModuleInterop: true, resolveJsonModule: true, skipLibCheck: true },
    ...{ declaration: true, stripInternal: true, outDir: '.', rootDir: '.' },
  };
  return { compilerOptions, include: ['index.ts', 'lib', 'imports'], exclude: ['node_modules'] };
}

function write(file: string, content: object): void {
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}
