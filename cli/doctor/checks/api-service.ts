import { ownerOf } from '../../owner';
import { command } from '../../shell';
import { fault } from '../model/fault';
import { reapply } from '../model/fix';
import { conditionOf, tell } from '../model/pods';
import { type ClusterCheck, Symptom } from './check';

const MARK = 'app.kubernetes.io/managed-by';

/** The API of external metrics leads to KEDA's metrics server, and answers. */
export const apiService: ClusterCheck = {
  name: 'api-service',
  finds: '`v1beta1.external.metrics.k8s.io` missing, not available, or that of another metrics adapter',
  symptom: Symptom.ONE_POD,
  remedy: 'apply its file; restart the metrics server; choose between two adapters',
  needs: ['APIService'],
  run: (snapshot) =>
    snapshot.desired.objects.all('APIService').map((declared) => {
      const { name } = declared.metadata;
      const live = snapshot.live.find('APIService', undefined, name);
      const common = {
        subject: `APIService ${name}`,
        fix: reapply(snapshot, 'APIService', undefined, name),
        is: [fault('external-metrics'), fault('object', 'APIService', undefined, name)],
      };
      if (!live)
        return { ...common, cause: 'it is not in the cluster: no function gets more than one pod', evidence: [] };
      const [wanted, actual] = [declared.spec.service, live.spec.service].map((service) =>
        service ? `${service.namespace}/${service.name}` : 'no Service',
      );
      if (wanted !== actual) {
        const owner = ownerOf(live)?.text;
        const isOurs = !owner && live.metadata.labels?.[MARK] === declared.metadata.labels?.[MARK];
        return {
          ...common,
          cause: `it leads to ${actual}, not to ${wanted}: no function gets more than one pod`,
          evidence: [
            ...(owner ? [`it belongs to ${owner}`] : []),
            `a cluster has one ${name}: two adapters cannot share the API of external metrics`,
          ],
          ...(!isOurs && { fix: choices(owner ?? `Service ${actual}`) }),
        };
      }
      const available = conditionOf(live.status?.conditions, 'Available');
      if (available?.status === 'True') return undefined;
      return {
        ...common,
        cause: 'it does not answer: no function gets more than one pod, and no namespace can be deleted',
        evidence: [tell('Available', available)],
        fix: command`kubectl -n ${live.spec.service?.namespace} rollout restart deployment/${live.spec.service?.name}`,
        follows: [fault('component', 'metrics-server')],
      };
    }),
};

/** What can be done about another adapter, none of which is to take the API by force: it would be taken back. */
function choices(other: string): string {
  return `choose: switch the external metrics of ${other} off in its own configuration, and apply dist again; or give functions a cluster of their own; or leave it so, and functions wake, but get no second pod`;
}
