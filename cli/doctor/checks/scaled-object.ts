import { fault } from '../model/fault';
import { show } from '../model/fix';
import { conditionOf } from '../model/pods';
import { seenAt } from '../model/snapshot';
import { type OwnObservation, type ScaledCheck, Symptom } from './check';

const NEW_SECONDS = 30;
const RECENT_MILLIS = 120_000;
const FAILURES = new Set([
  'KEDAScalerFailed',
  'KEDAScaleTargetActivationFailed',
  'KEDAJobCreateFailed',
  'ScaledObjectCheckFailed',
  'ScaledJobCheckFailed',
]);

/** KEDA accepts every ScaledObject and ScaledJob, reads its triggers, and scales its target or starts its jobs. */
export const scaledObject: ScaledCheck = {
  name: 'scaled-object',
  finds:
    "conditions Ready, Fallback and HPAActive of a ScaledObject or ScaledJob, triggers that fail, and KEDA's last failure",
  symptom: Symptom.NO_POD,
  remedy: 'as the condition says',
  needs: ['ScaledObject', 'Event'],
  run: (scaled, snapshot) => {
    const { namespace, scaledObjectName: name, scaledBy = 'ScaledObject' } = scaled;
    const live = snapshot.scalerOf(scaled);
    if (!live || !name) return undefined;
    const common = {
      is: [fault('scaling', namespace, name)],
      fix: show(scaledBy, namespace, name),
      follows: [
        fault('component', 'operator'),
        fault('component', 'scaler'),
        fault('rights', namespace),
        fault('rights', undefined),
        fault('authentication', namespace, name),
        fault('missing', 'Deployment', namespace, scaled.name),
        fault('missing', 'InterceptorRoute', namespace, name),
        fault('target', namespace, name),
        fault('paused', namespace, name),
      ],
    };
    const conditions = live.status?.conditions;
    const ready = conditionOf(conditions, 'Ready');
    if (!ready) {
      if (snapshot.secondsSince(live.metadata.creationTimestamp) < NEW_SECONDS) return undefined;
      return { ...common, cause: `KEDA has not taken up its ${scaledBy}`, evidence: ['it has no condition Ready'] };
    }
    const failing = Object.entries(live.status?.health ?? {}).flatMap(([metric, { status, numberOfFailures = 0 }]) =>
      status === 'Failing' ? [`trigger ${metric} fails, ${numberOfFailures} times in a row`] : [],
    );
    const failure = snapshot
      .eventsOf(scaledBy, namespace, name)
      .find((event) => FAILURES.has(event.reason ?? '') && snapshot.now.getTime() - seenAt(event) < RECENT_MILLIS);
    const evidence = [
      `Ready is ${ready.status}, ${ready.reason}: ${ready.message ?? ''}`,
      ...failing,
      ...(failure ? [`event ${failure.reason}: ${failure.message ?? ''}`] : []),
    ];
    if (ready.status === 'False')
      return { ...common, cause: scaledBy === 'ScaledJob' ? 'KEDA starts no job' : 'KEDA cannot scale it', evidence };
    if (ready.status === 'Unknown')
      return { ...common, severity: 'warning', cause: 'KEDA cannot read one of its triggers', evidence };
    return [fallback(), scaleOut()];

    function fallback(): OwnObservation | undefined {
      const condition = conditionOf(conditions, 'Fallback');
      if (condition?.status !== 'True') return undefined;
      return {
        ...common,
        severity: 'warning',
        cause: 'its triggers fail, and it runs with its fallback replicas',
        evidence: [condition.message ?? '', ...failing],
      };
    }

    function scaleOut(): OwnObservation | undefined {
      const condition = conditionOf(conditions, 'HPAActive');
      if (condition?.status !== 'False') return undefined;
      return {
        ...common,
        severity: 'warning',
        cause: 'it does not scale by its metrics',
        evidence: [`HPAActive is False, ${condition.reason}: ${condition.message ?? ''}`],
        follows: [
          ...common.follows,
          fault('external-metrics'),
          fault('component', 'metrics-server'),
          fault('component', 'interceptor'),
          fault('pods', namespace, scaled.name),
        ],
      };
    }
  },
};
