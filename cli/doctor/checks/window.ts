import { neverComes } from '../../../lib/triggers/rules/cron';
import { redeclare } from '../model/fix';
import { type ScaledCheck, Symptom } from './check';

/** Every window of a cron trigger opens, with the pods that it says. */
export const window: ScaledCheck = {
  name: 'window',
  finds: 'a cron trigger that never opens or never closes, or that asks for more pods than there may be',
  symptom: Symptom.NO_POD,
  remedy: 'correct its schedule',
  needs: ['ScaledObject'],
  run: (scaled, snapshot) => {
    const { triggers = [], maxReplicaCount = 100 } = snapshot.scalerOf(scaled)?.spec ?? {};
    return triggers
      .filter(({ type }) => type === 'cron')
      .map(({ metadata: { start = '', end = '', desiredReplicas = '0' } = {} }) => {
        const cause = neverComes(start)
          ? 'its window never opens'
          : neverComes(end)
            ? 'its window never closes once it is open'
            : Number(desiredReplicas) > maxReplicaCount
              ? `its window asks for ${desiredReplicas} pods, and it may have ${maxReplicaCount}`
              : undefined;
        if (!cause) return undefined;
        return {
          severity: 'warning',
          cause,
          evidence: [`cron from ${start} to ${end}`],
          fix: redeclare(scaled, 'warm or triggers'),
        };
      });
  },
};
