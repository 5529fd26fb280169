import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { serve } from './doctor/api-server';
import { files, World } from './doctor/world';

// The command as a user starts it, against an API server of this process.
const project = join(__dirname, '../..');
let root: string;
let server: Server;
let url: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'doctor-'));
  for (const [path, text] of Object.entries(files())) {
    mkdirSync(dirname(join(root, 'dist', path)), { recursive: true });
    writeFileSync(join(root, 'dist', path), text);
  }
  ({ server, url } = await serve(new World()));
  const cluster = (name: string, at: string) => ({ name, cluster: { server: at, 'insecure-skip-tls-verify': true } });
  const context = (name: string) => ({ name, context: { cluster: name, user: 'u' } });
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [cluster('good', url), cluster('gone', 'http://127.0.0.1:9')],
    contexts: [context('good'), context('gone')],
    users: [{ name: 'u', user: { token: 't' } }],
    'current-context': 'good',
  };
  writeFileSync(join(root, 'kubeconfig'), JSON.stringify(config));
  writeFileSync(join(root, 'empty'), '');
  writeFileSync(join(root, 'broken'), 'a: [');
});
afterAll(() => {
  server.close();
  rmSync(root, { recursive: true });
});

function run(args: string[], kubeconfig = 'kubeconfig'): Promise<{ code: number | null; out: string; errors: string }> {
  const child = spawn(
    process.execPath,
    [join(project, 'node_modules/tsx/dist/cli.mjs'), join(project, 'cli/main.ts'), ...args],
    {
      cwd: root,
      env: { ...process.env, KUBECONFIG: join(root, kubeconfig) },
    },
  );
  const read = { out: '', errors: '' };
  child.stdout.on('data', (text) => {
    read.out += text;
  });
  child.stderr.on('data', (text) => {
    read.errors += text;
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...read })));
}

test('doctor looks at the current context, and prints no colour where there is no terminal', async () => {
  const { code, out, errors } = await run(['doctor']);
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  expect(out).toMatch(/^healthy: 3 functions and the platform of test, \d+ checks, context good\n$/);
}, 30_000);

test.each([
  [
    ['doctor', '--context', 'gone'],
    'kubeconfig',
    /^error: no answer from http:\/\/127.0.0.1:9: dial tcp .*: connection refused\n$/,
  ],
  [['doctor', '--context', 'nope'], 'kubeconfig', /^error: context "nope" is unknown; allowed: gone, good\n$/],
  [['doctor'], 'empty', /^error: the kubeconfig has no current context; allowed: --context NAME\n$/],
  [['doctor'], 'broken', /^error: the kubeconfig cannot be read: .*\n/],
  [['doctor', '--dist', 'nope'], 'kubeconfig', /^error: nope: no such folder; allowed: .*\n$/],
  [['docter'], 'kubeconfig', /^error: unknown command 'docter' \(Did you mean doctor\?\)\n$/],
])(
  '%j with %s is one line and exit code 2',
  async (args, kubeconfig, message) => {
    const { code, out, errors } = await run(args, kubeconfig);
    expect(errors).toMatch(message);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  },
  30_000,
);

test('--help', async () => {
  expect(await run(['--help'])).toMatchObject({ code: 0, out: expect.stringMatching(/doctor/) });
}, 30_000);
