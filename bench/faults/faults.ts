import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kubectl } from '../../test/e2e/cluster';
import { pause } from '../kit/api';
import { NAMESPACE, platformReady } from '../kit/workload';

/** Something that happens to a cluster while functions serve. */
export interface Fault {
  readonly name: string;
  /** Why it cannot be done here. */
  readonly missing?: string;
  /** What upstream does or lacks that no manifest mends, with where it is to be read. */
  readonly upstream?: string;
  /** What comes before, without load. */
  readonly prepare?: () => void;
  readonly happen: () => Promise<void> | void;
}

const pods = (namespace: string, selector: string) =>
  kubectl('get', 'pods', '-n', namespace, '-l', selector, '--field-selector=status.phase=Running', '-o', 'name')
    .trim()
    .split('\n')
    .sort();
const deleted = (namespace: string, pod: string) => kubectl('delete', '-n', namespace, pod, '--wait=false');
const deletePod = (name: string, selector: string, index = 0, namespace = 'keda'): Fault => ({
  name,
  happen: () => {
    deleted(namespace, pods(namespace, selector)[index] as string);
  },
});

const rollOut = (deployment: string) => kubectl('rollout', 'restart', '-n', 'keda', `deployment/${deployment}`);
const SCALER = 'keda-add-ons-http-external-scaler';
const REPLACED = 4;

function leader(): string {
  const holder = kubectl('get', 'lease', '-n', 'keda', 'operator.keda.sh', '-o', 'jsonpath={.spec.holderIdentity}');
  return `pod/${holder.split('_')[0]}`;
}

// only where the API server is a process of this machine
const apiServerPid = join(process.env.KEDA_CLUSTER_STATE ?? '/tmp/keda-cluster', 'pid/kube-apiserver');

export const FAULTS: readonly Fault[] = [
  { name: 'nothing', happen: () => {} },
  { name: 'delete the leading keda-operator', happen: () => void deleted('keda', leader()) },
  {
    name: 'delete the standby keda-operator',
    happen: () => {
      const first = leader();
      deleted('keda', pods('keda', 'app=keda-operator').find((pod) => pod !== first) as string);
    },
  },
  deletePod('delete one scaler', 'app.kubernetes.io/component=scaler', 0),
  deletePod('delete the other scaler', 'app.kubernetes.io/component=scaler', 1),
  deletePod('delete one interceptor', 'app.kubernetes.io/component=interceptor'),
  deletePod('delete one metrics API server', 'app=keda-operator-metrics-apiserver'),
  deletePod('delete one admission webhook', 'app=keda-admission-webhooks'),
  deletePod("delete the add-on's operator", 'app.kubernetes.io/component=operator'),
  deletePod('delete CoreDNS', 'k8s-app=kube-dns', 0, 'kube-system'),
  {
    name: 'stop the API server for 10 s',
    missing: existsSync(apiServerPid) ? undefined : 'the API server is not a process of this machine',
    upstream:
      'KEDA gives no lease back (keda cmd/operator/main.go); a renewal that waited may be carried out when the server goes on',
    happen: async () => {
      const pid = readFileSync(apiServerPid, 'utf8').trim();
      execFileSync('kill', ['-STOP', pid]);
      await pause(10_000);
      execFileSync('kill', ['-CONT', pid]);
    },
  },
  {
    name: 'roll out a new version of the warm function',
    happen: () => void kubectl('set', 'env', '-n', NAMESPACE, 'deployment/fn-warm', `VERSION=${Date.now()}`),
  },
  {
    name: 'roll out the interceptor',
    upstream: 'who waits in one that ends is not counted: drained since http-add-on pull request 1648, not asked',
    happen: () => void rollOut('keda-add-ons-http-interceptor'),
  },
  {
    name: `roll out the scaler for the ${REPLACED + 1}th time`,
    upstream: 'KEDA waits twice as long after each break of its streams (keda pull request 2416), and never less again',
    prepare: () => {
      for (let time = 0; time < REPLACED; time++) {
        rollOut(SCALER);
        platformReady();
      }
    },
    happen: () => void rollOut(SCALER),
  },
];
