import { command } from '../../shell';
import { KUBE_PROXY_NAMESPACE } from '../model/kube-proxy';
import { type ClusterCheck, Symptom } from './check';

/** A tenth of the default: what a start then waits for is little beside the rest of it. */
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
    return {
      severity: 'hint',
      subject: `ConfigMap ${KUBE_PROXY_NAMESPACE}/${configMap}`,
      cause: `kube-proxy writes its rules every ${minSyncMillis} ms at most: a function that starts while others come and go waits up to that long`,
      evidence: [`${setting} is ${written || 'not set'}, which means ${minSyncMillis} ms`],
      fix: `${command`kubectl -n ${KUBE_PROXY_NAMESPACE} edit configmap ${configMap}`}; restart kube-proxy`,
    };
  },
};
