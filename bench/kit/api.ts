import { spawn } from 'node:child_process';

// biome-ignore lint/suspicious/noExplicitAny: objects of any kind
export type Watched = any;

/** The API server, through `kubectl proxy`: a request costs a millisecond, a kubectl process a hundred. */
export class Api {
  public static async open(): Promise<Api> {
    const proxy = spawn('kubectl', ['proxy', '--port=0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const port = await new Promise<number>((resolve, reject) => {
      proxy.stdout.on('data', (text: Buffer) => {
        const found = /127\.0\.0\.1:(\d+)/.exec(text.toString());
        if (found) resolve(Number(found[1]));
      });
      proxy.on('exit', (code) => reject(new Error(`kubectl proxy ended with ${code}`)));
    });
    return new Api(`http://127.0.0.1:${port}`, () => proxy.kill());
  }

  private constructor(
    private readonly base: string,
    public readonly close: () => void,
  ) {}

  // biome-ignore lint/suspicious/noExplicitAny: objects of any kind
  public async get(path: string): Promise<any> {
    const response = await this.send('GET', path);
    return response.json();
  }

  public async text(path: string): Promise<string> {
    return (await this.send('GET', path)).text();
  }

  public async patch(path: string, body: object): Promise<void> {
    const response = await this.send('PATCH', path, JSON.stringify(body));
    await response.arrayBuffer();
  }

  public async delete(path: string): Promise<void> {
    const response = await this.send('DELETE', path);
    await response.arrayBuffer();
  }

  /** What becomes of the objects under a path from now on, until `signal`. */
  public async watch(path: string, signal: AbortSignal, onObject: (object: Watched) => void): Promise<void> {
    const response = await fetch(`${this.base}${path}?watch=1`, { signal });
    let rest = '';
    for await (const chunk of response.body as ReadableStream<Uint8Array>) {
      const lines = (rest + Buffer.from(chunk).toString()).split('\n');
      rest = lines.pop() as string;
      for (const line of lines) onObject(JSON.parse(line).object);
    }
  }

  public async scale(namespace: string, deployment: string, replicas: number): Promise<void> {
    await this.patch(`/apis/apps/v1/namespaces/${namespace}/deployments/${deployment}/scale`, { spec: { replicas } });
  }

  /** Names of the Deployments in a namespace, each with the pods that it has now, terminating ones included. */
  public async podsPerFunction(namespace: string): Promise<Map<string, number>> {
    const { items } = await this.get(`/api/v1/namespaces/${namespace}/pods`);
    const pods = new Map<string, number>();
    for (const { metadata } of items) {
      const name = metadata.labels['app.kubernetes.io/instance'];
      pods.set(name, (pods.get(name) ?? 0) + 1);
    }
    return pods;
  }

  private async send(method: string, path: string, body?: string): Promise<Response> {
    const headers = body ? { 'content-type': 'application/merge-patch+json' } : undefined;
    const response = await fetch(this.base + path, { method, headers, body });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response;
  }
}

/** Sleeps. */
export function pause(millis: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, millis));
}

/** Waits until `check` holds. */
export async function until(what: string, seconds: number, check: () => Promise<boolean> | boolean): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await check())) {
    if (Date.now() > end) throw new Error(`${what}: not so within ${seconds} s`);
    await pause(250);
  }
}

/** Runs a measurement with an API of its own, and ends the process whatever still waits. */
export async function run(measure: (api: Api) => Promise<void>): Promise<void> {
  const api = await Api.open();
  try {
    await measure(api);
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
  api.close();
  process.exit();
}
