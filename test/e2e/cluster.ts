import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { App } from 'cdk8s';
import { toFiles } from '../../lib';

/** Runs kubectl against `KUBECONFIG` and returns what it prints. */
export function kubectl(...args: string[]): string {
  return execFileSync('kubectl', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Applies an app's files in the order given, the rest after them, but for some. */
export function apply(app: App, first: string[], except: string[] = []): void {
  const root = mkdtempSync(join(tmpdir(), 'e2e-'));
  const files = toFiles(app);
  const rest = Object.keys(files).filter((file) => ![...first, ...except].includes(file));
  for (const path of [...first, ...rest]) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, files[path] as string);
    kubectl('apply', '--server-side', '--force-conflicts', '-f', file);
  }
}

/** Deletes a namespace with its functions, so that no KEDA of a later test has to take a finalizer off. */
export function deleteNamespace(namespace: string): void {
  kubectl(
    'delete',
    'scaledobjects,scaledjobs,httpscaledobjects,interceptorroutes',
    '--all',
    '-n',
    namespace,
    '--timeout=60s',
  );
  kubectl('delete', 'namespace', namespace, '--timeout=120s');
}

/** An address of this machine that pods reach. */
export function nodeAddress(): string {
  const [node] = JSON.parse(kubectl('get', 'nodes', '-o', 'json')).items;
  return node.status.addresses.find(({ type }: { type: string }) => type === 'InternalIP').address;
}

/** A test image, as images.sh names it; `E2E_IMAGES` is the part before its name. */
export function image(name: string): string {
  return `${process.env.E2E_IMAGES ?? 'docker.io/local/e2e-'}${name}:1`;
}

/** Waits until every Deployment of the namespaces is ready. */
export function untilReady(...namespaces: string[]): void {
  for (const namespace of namespaces) {
    for (const deployment of kubectl('get', 'deployments', '-n', namespace, '-o', 'name').trim().split('\n')) {
      kubectl('rollout', 'status', '-n', namespace, deployment, '--timeout=180s');
    }
  }
}

/** Waits until `check` holds, looking every half second. */
export async function waitUntil(what: string, seconds: number, check: () => boolean): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!check()) {
    if (Date.now() > end) throw new Error(`${what}: not so within ${seconds} s`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** The pods of a function, of the kind `fn-<name>`. */
// biome-ignore lint/suspicious/noExplicitAny: a pod as the API server has it
export function podsOf(namespace: string, name: string): any[] {
  const selector = `app.kubernetes.io/instance=fn-${name}`;
  return JSON.parse(kubectl('get', 'pods', '-n', namespace, '-l', selector, '-o', 'json')).items;
}

/** Waits until a function has no pod: a new Deployment has one until KEDA looks at it. */
export function untilAtZero(namespace: string, name: string, seconds = 120): Promise<void> {
  return waitUntil(`${name} at zero`, seconds, () => podsOf(namespace, name).length === 0);
}

/** Opens a local port to a Service and returns it with the function that closes it. */
export async function forward(
  namespace: string,
  service: string,
  port: number,
): Promise<{ port: number; close: () => void }> {
  const process = spawn('kubectl', ['port-forward', '-n', namespace, `service/${service}`, `:${port}`]);
  const local = await new Promise<number>((resolve, reject) => {
    process.stdout.on('data', (text: Buffer) => {
      const found = /127\.0\.0\.1:(\d+)/.exec(text.toString());
      if (found) resolve(Number(found[1]));
    });
    process.on('exit', (code) => reject(new Error(`kubectl port-forward ended with ${code}`)));
  });
  return { port: local, close: () => process.kill() };
}

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly coldStart: boolean;
  readonly millis: number;
  readonly headers: IncomingHttpHeaders;
}

/** Sends one GET with a Host header, as the edge would. */
export function get(port: number, host: string, timeout = 70_000, more = {}): Promise<Answer> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, agent: false, headers: { host, ...more }, timeout }, (response) => {
      const millis = performance.now() - start;
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body: body.trim(),
          coldStart: response.headers['x-keda-http-cold-start'] === 'true',
          millis,
          headers: response.headers,
        }),
      );
    })
      .on('error', reject)
      .end();
  });
}
