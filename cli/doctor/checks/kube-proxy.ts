import { command } from '../../shell';
import { type ClusterCheck, Symptom } from './check';

/** What the measurements of docs/how-to/kube-proxy.md find short enough. */
const SHORT_MILLIS = 100;

/** kube-proxy does not make a pod that is ready wait. */
export const kubeProxy: ClusterCheck = {
  name: 'kube-proxy',
  finds: 'a kube-proxy that waits longer than 100 ms before it writes its rules again; a hint, as that is its default',
  symptom: Symptom.SLOW,
  remedy: 'set its `minSyncPeriod`: [kube-proxy](../how-to/kube-proxy.md)',
  needs: [],
  run: ({ kubeProxy: found }) => {
    if (!found || found.minSyncMillis <= SHORT_MILLIS) return undefined;
    const { configMap, setting, written, minSyncMillis } = found;
    const [namespace, name] = configMap.split('/') as [string, string];
    const period = `${minSyncMillis} ms`;
    return {
      severity: 'hint',
      subject: `ConfigMap ${configMap}`,
      cause: `kube-proxy writes its rules every ${period} at most: a function that starts while others come and go waits up to that long`,
      evidence: [
        written === ''
          ? `${setting} is not set, which means ${period}`
          : `${setting} is ${written}, which means ${period}`,
      ],
      fix: command`kubectl -n ${namespace} edit configmap ${name}; kubectl -n ${namespace} rollout restart daemonset kube-proxy`,
    };
  },
};
