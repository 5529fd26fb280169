import { fault } from '../model/fault';
import { reapply } from '../model/fix';
import { conditionOf } from '../model/pods';
import { type ClusterCheck, Symptom } from './check';

/** The API of external metrics leads to KEDA's metrics server, and answers. */
export const apiService: ClusterCheck = {
  name: 'api-service',
  finds: '`v1beta1.external.metrics.k8s.io` missing, not available, or led to another metrics adapter',
  symptom: Symptom.ONE_POD,
  remedy: 'apply its file; restart the metrics server',
  needs: ['APIService'],
  run: (snapshot) =>
    snapshot.desired.objects.all('APIService').flatMap((declared) => {
      const { name } = declared.metadata;
      const live = snapshot.live.find('APIService', undefined, name);
      const common = {
        severity: 'error' as const,
        subject: `APIService ${name}`,
        fix: reapply(snapshot, 'APIService', undefined, name),
        is: [fault('external-metrics'), fault('object', 'APIService', undefined, name)],
      };
      if (!live)
        return [{ ...common, cause: 'it is not in the cluster: no function gets more than one pod', evidence: [] }];
      const [wanted, actual] = [declared.spec.service, live.spec.service].map((service) =>
        service ? `${service.namespace}/${service.name}` : 'no Service',
      );
      if (wanted !== actual) {
        return [
          {
            ...common,
            cause: `it leads to ${actual}, not to ${wanted}: no function gets more than one pod`,
            evidence: [`a cluster has one ${name}: another metrics adapter may have taken it`],
          },
        ];
      }
      const available = conditionOf(live.status?.conditions, 'Available');
      if (available?.status === 'True') return [];
      return [
        {
          ...common,
          cause: 'it does not answer: no function gets more than one pod, and no namespace can be deleted',
          evidence: [
            `Available is ${available?.status ?? 'not set'}: ${available?.message ?? available?.reason ?? ''}`,
          ],
          fix: `kubectl -n ${live.spec.service?.namespace} rollout restart deployment/${live.spec.service?.name}`,
          follows: [fault('component', 'metrics-server')],
        },
      ];
    }),
};
