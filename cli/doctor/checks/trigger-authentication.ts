import { fault } from '../model/fault';
import { reapply } from '../model/fix';
import { type ScaledCheck, Symptom } from './check';

/** What triggers authenticate by is in the cluster. */
export const triggerAuthentication: ScaledCheck = {
  name: 'trigger-authentication',
  finds: 'a trigger whose TriggerAuthentication or ClusterTriggerAuthentication is not there',
  symptom: Symptom.NO_POD,
  remedy: 'make it, or apply its file',
  needs: ['ScaledObject', 'TriggerAuthentication', 'ClusterTriggerAuthentication'],
  run: (scaled, snapshot) => {
    const { namespace, scaledObjectName, scaledBy = 'ScaledObject' } = scaled;
    const referred = (snapshot.scalerOf(scaled)?.spec.triggers ?? []).flatMap(({ type, authenticationRef }) => {
      if (!authenticationRef) return [];
      const { kind = 'TriggerAuthentication', name } = authenticationRef;
      return [{ type, kind, name, place: kind === 'TriggerAuthentication' ? namespace : undefined }];
    });
    return referred
      .filter(({ kind, name, place }) => !snapshot.live.find(kind, place, name))
      .filter(
        ({ kind, name }, index, all) => all.findIndex((each) => each.kind === kind && each.name === name) === index,
      )
      .map(({ type, kind, name, place }) => ({
        cause: `its trigger ${type} authenticates by the ${kind} ${name}, which is not there`,
        evidence: [`${scaledBy} ${scaledObjectName}: authenticationRef is ${name}`],
        fix: reapply(snapshot, kind, place, name),
        is: [fault('missing', kind, place, name), fault('authentication', namespace, scaledObjectName!)],
        follows: [fault('namespace', namespace)],
      }));
  },
};
