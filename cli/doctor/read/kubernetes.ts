import type { RequestOptions } from 'node:https';
import { CannotLook, type Cluster } from './cluster';
import { get, LIMITS } from './http';

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
  const end = Date.now() + LIMITS.allMillis;
  return {
    name: config.getCurrentContext(),
    get: (path) => get(server.replace(/\/$/, ''), path, options, end),
    close: () => agent?.destroy(),
  };
}
