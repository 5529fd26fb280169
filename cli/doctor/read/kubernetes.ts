import { get as httpGet, type IncomingMessage } from 'node:http';
import { get as httpsGet, type RequestOptions } from 'node:https';
import { type Answer, CannotLook, type Cluster } from './cluster';

const TIMEOUT_MILLIS = 15_000;
const CONNECTIONS = 12;

/**
 * The cluster of a kubeconfig's context, as kubectl would choose it. Reads plain JSON: the client library's classes
 * would cost more time than the network.
 *
 * @throws CannotLook when there is no kubeconfig, or no such context in it.
 */
export async function connect(context?: string): Promise<Cluster> {
  const { KubeConfig } = await import('@kubernetes/client-node');
  const config = new KubeConfig();
  try {
    config.loadFromDefault();
  } catch (error) {
    throw new CannotLook(`the kubeconfig cannot be read: ${(error as Error).message}`);
  }
  const contexts = config.getContexts().map(({ name }) => name);
  if (context !== undefined && !contexts.includes(context)) {
    throw new CannotLook(
      `context "${context}" is unknown; allowed: ${contexts.join(', ') || 'none is in the kubeconfig'}`,
    );
  }
  if (context !== undefined) config.setCurrentContext(context);
  const server = config.getCurrentCluster()?.server;
  if (!server) throw new CannotLook('the kubeconfig has no current context; allowed: --context NAME');
  // one agent with its TLS session for all requests, with what the kubeconfig says of certificates, tokens and proxies
  const options: RequestOptions = {};
  try {
    await config.applyToHTTPSOptions(options);
  } catch (error) {
    throw new CannotLook(`cannot connect to ${server}: ${(error as Error).message}`);
  }
  const agent = options.agent as { maxSockets: number; destroy(): void; options: { keepAlive?: boolean } } | undefined;
  if (agent) agent.maxSockets = CONNECTIONS;
  return {
    name: config.getCurrentContext(),
    get: (path) => get(server.replace(/\/$/, ''), path, options),
    close: () => agent?.destroy(),
  };
}

function get(server: string, path: string, options: RequestOptions): Promise<Answer> {
  const send = server.startsWith('https:') ? httpsGet : httpGet;
  return new Promise((resolve, reject) => {
    const fail = (error: Error & { code?: string }) =>
      reject(new CannotLook(`no answer from ${server}: ${error.message || error.code}`));
    const request = send(`${server}${path}`, { ...options, timeout: TIMEOUT_MILLIS }, (response) => {
      read(response).then(
        (body) => resolve({ status: response.statusCode ?? 0, body, date: response.headers.date }),
        fail,
      );
    });
    request.on('error', fail);
    request.on('timeout', () => request.destroy(new Error(`nothing within ${TIMEOUT_MILLIS / 1000} s`)));
  });
}

async function read(response: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return response.headers['content-type']?.includes('json') ? JSON.parse(text) : text;
}
