import { command } from '../../shell';
import { fault } from '../model/fault';
import { reapply } from '../model/fix';
import { type ClusterCheck, Symptom } from './check';

/** Every namespace of `dist` is there and stays. */
export const namespaces: ClusterCheck = {
  name: 'namespace',
  finds: 'a namespace that is missing or being deleted',
  symptom: Symptom.NOT_FOUND,
  remedy: 'apply its file',
  needs: ['Namespace'],
  run: (snapshot) =>
    snapshot.desired.namespaces.map((name) => {
      const live = snapshot.live.find('Namespace', undefined, name);
      const common = { subject: `Namespace ${name}`, is: [fault('namespace', name)] };
      if (!live)
        return {
          ...common,
          cause: 'it is not in the cluster',
          evidence: [],
          fix: snapshot.desired.fileOf('Namespace', undefined, name)
            ? reapply(snapshot, 'Namespace', undefined, name)
            : command`kubectl create namespace ${name}`,
        };
      if (live.status?.phase !== 'Terminating') return undefined;
      const reasons = (live.status.conditions ?? []).filter(({ status }) => status === 'True');
      return {
        ...common,
        cause: 'it is being deleted: nothing can be created in it',
        evidence: reasons.map(({ type, message }) => `${type}: ${message ?? ''}`),
        fix: command`kubectl get namespace ${name} -o yaml`,
        follows: [fault('external-metrics')],
      };
    }),
};
