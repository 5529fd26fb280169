import { fault } from '../model/fault';
import { reapply } from '../model/fix';
import { Symptom, type WorkloadCheck } from './check';

/** No container asks the registry at each start. */
export const pullPolicy: WorkloadCheck = {
  name: 'pull-policy',
  finds: '`imagePullPolicy: Always`',
  symptom: Symptom.SLOW,
  remedy: 'apply its file',
  needs: ['Deployment'],
  run: ({ namespace, name }, snapshot) => {
    // how others install their platform is their matter, and no cold start waits for it
    if (!snapshot.desired.fileOf('Deployment', namespace, name)) return undefined;
    const live = snapshot.live.find('Deployment', namespace, name);
    const always = (live?.spec.template.spec.containers ?? []).filter(
      ({ imagePullPolicy }) => imagePullPolicy === 'Always',
    );
    if (always.length === 0) return undefined;
    return {
      severity: 'warning',
      cause: 'imagePullPolicy is Always: every cold start waits for the registry',
      evidence: always.map(({ name: container, image }) => `container ${container}, image ${image}`),
      fix: reapply(snapshot, 'Deployment', namespace, name),
      is: [fault('object', 'Deployment', namespace, name)],
    };
  },
};
