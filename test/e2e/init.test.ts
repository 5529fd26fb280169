import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deleteNamespace, forward, get, image, kubectl, waitUntil } from './cluster';
import { command } from './commands';

// A repository as `init` makes it, synthesized and installed: its function wakes.
const ROOT = join(__dirname, '../..');
const demo = join(mkdtempSync(join(tmpdir(), 'init-')), 'demo');
const run = (...args: string[]) =>
  execFileSync(process.execPath, [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), join(ROOT, 'cli/main.ts'), ...args], {
    encoding: 'utf8',
    stdio: 'pipe',
  });

afterAll(() => {
  deleteNamespace('fn-my-project');
  rmSync(demo, { recursive: true });
}, 180_000);

test('the function of a new repository wakes', async () => {
  run('init', demo);
  const file = join(demo, 'functions/my-project/hello.yaml');
  const declared = readFileSync(file, 'utf8');
  // an image that the cluster has, and no five minutes until it sleeps
  const here = declared.replace(/^image: .*\n/m, `image: ${image('go')}\n`).replace(/^args: .*\n/m, '');
  writeFileSync(file, `${here}cooldown: 10s\ninitialCooldown: 0s\n`);
  run('synth', '--folder', demo, '--outdir', join(demo, 'dist'));
  expect(command('install', join(demo, 'dist/production'))).toMatch(/\napplied: functions, \d+ objects\n$/);
  await waitUntil('at zero', 90, () => kubectl('get', 'pods', '-n', 'fn-my-project', '-o', 'name') === '');
  const interceptor = await forward('keda', 'keda-add-ons-http-interceptor-proxy', 8080);
  try {
    const answer = await get(interceptor.port, 'hello.fn.example.com');
    expect(answer).toMatchObject({ status: 200, coldStart: true });
  } finally {
    interceptor.close();
  }
}, 400_000);
