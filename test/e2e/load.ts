import { execFileSync } from 'node:child_process';
import { kubectl, waitUntil } from './cluster';

const NAMESPACE = 'e2e-load';
const pod = (image: string, target: string, hosts: string[], rate: number) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'load', namespace: NAMESPACE },
  spec: {
    restartPolicy: 'Never',
    terminationGracePeriodSeconds: 0,
    securityContext: { runAsNonRoot: true, runAsUser: 65532, seccompProfile: { type: 'RuntimeDefault' } },
    containers: [
      {
        name: 'load',
        image,
        env: Object.entries({ TARGET: target, HOSTS: hosts.join(','), RATE: String(rate) }).map(([name, value]) => ({
          name,
          value,
        })),
        securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
      },
    ],
  },
});

/** What became of the requests. */
export interface LoadResult {
  readonly Sent: number;
  readonly Answered: number;
  readonly Failed: number;
  readonly SlowestMillis: number;
  readonly Failures: string[] | null;
}

const ask = (path: string): LoadResult =>
  JSON.parse(kubectl('get', '--raw', `/api/v1/namespaces/${NAMESPACE}/pods/load:8080/proxy/${path}`));

/** Sends `rate` requests a second to each host from a pod, which outlives every interceptor, until `stopLoad`. */
export async function startLoad(image: string, hosts: string[], rate: number): Promise<void> {
  const target = 'http://keda-add-ons-http-interceptor-proxy.keda:8080/';
  const objects = [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE } },
    pod(image, target, hosts, rate),
  ];
  for (const object of objects) {
    execFileSync('kubectl', ['apply', '--server-side', '-f', '-'], { input: JSON.stringify(object), stdio: 'pipe' });
  }
  await waitUntil('the load flows', 60, () => {
    try {
      return ask('').Answered > 20 * hosts.length;
    } catch {
      return false;
    }
  });
}

/** Ends the load, waits for what is under way, and tells what became of it. */
export function stopLoad(): LoadResult {
  const result = ask('stop');
  kubectl('delete', 'pod', 'load', '-n', NAMESPACE, '--wait=true');
  return result;
}

/** Deletes what the load ran in. */
export const removeLoad = (): string => kubectl('delete', 'namespace', NAMESPACE, '--ignore-not-found', '--wait=true');
