import { execFileSync } from 'node:child_process';
import { Agent } from 'node:http';
import { CannotLook, type Cluster } from './cluster';
import { get, LIMITS } from './http';
import { startProxy } from './proxy';

const CONNECTIONS = 12;

interface Config {
  readonly 'current-context'?: string;
  readonly contexts?: { readonly name: string; readonly context: { readonly cluster: string } }[] | null;
  readonly clusters?: { readonly name: string; readonly cluster: { readonly server: string } }[] | null;
}

/**
 * The cluster of a kubeconfig's context, as kubectl chooses it and connects to it.
 *
 * @throws CannotLook when there is no kubectl, no kubeconfig, or no such context in it.
 */
export async function connect(context?: string): Promise<Cluster> {
  const { name, server } = choose(readConfig(), context);
  const proxy = await startProxy(name);
  // not `agent: false`: a connection serves many requests
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const end = Date.now() + LIMITS.allMillis;
  return {
    name: name ?? 'that of this pod',
    get: (path) => get(server, { socketPath: proxy.socketPath, path, agent }, end),
    close: () => {
      agent.destroy();
      proxy.close();
    },
  };
}

function readConfig(): Config {
  try {
    return JSON.parse(
      execFileSync('kubectl', ['config', 'view', '--output=json'], { encoding: 'utf8', stdio: 'pipe' }),
    );
  } catch (error) {
    const { code, stderr, message } = error as { code?: string; stderr?: string; message: string };
    if (code === 'ENOENT') throw new CannotLook('kubectl is not installed: it connects to the cluster');
    throw new CannotLook(`the kubeconfig cannot be read: ${stderr?.trim() || message}`);
  }
}

/** The context, and its server; no name where kubectl uses the account of a pod. */
function choose(config: Config, context?: string): { name?: string; server: string } {
  const contexts = config.contexts ?? [];
  const { KUBERNETES_SERVICE_HOST: host, KUBERNETES_SERVICE_PORT: port = '443' } = process.env;
  const name = context ?? config['current-context'];
  if (!name && host && contexts.length === 0) return { server: `https://${host}:${port}` };
  if (!name) throw new CannotLook('the kubeconfig has no current context; allowed: --context NAME');
  const found = contexts.find((each) => each.name === name)?.context;
  if (!found) {
    const allowed = contexts.map((each) => each.name).join(', ');
    throw new CannotLook(`context "${name}" is unknown; allowed: ${allowed || 'none is in the kubeconfig'}`);
  }
  const { server } = config.clusters?.find((each) => each.name === found.cluster)?.cluster ?? {};
  if (!server) throw new CannotLook(`context "${name}" has no server; allowed: --context NAME`);
  return { name, server };
}
