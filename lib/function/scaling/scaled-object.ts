import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { ScaledObject, type ScaledObjectSpecTriggers } from '../../../imports/keda.sh';
import { addObject } from '../../object/object';
import { addTriggers } from '../../triggers/add-triggers';
import type { FunctionSettings } from '../fields';
import type { FunctionMetadata } from '../metadata/metadata';
import type { Scaled } from '../target/target';
import { advancedOf, fallbackOf } from './advanced/advanced';
import { annotationsOf } from './advanced/paused';
import { type Scaling, triggersOf } from './scaling';

export interface ScaledObjectProps {
  readonly metadata: FunctionMetadata;
  readonly scaling: Scaling;
  readonly scaled: Scaled;
  readonly settings: FunctionSettings;
}

/** The one ScaledObject of a function's target, which has the function's name. */
export function addScaledObject(
  scope: Construct,
  { metadata, scaling, scaled, settings }: ScaledObjectProps,
  requests: readonly ScaledObjectSpecTriggers[] = [],
): ApiObject {
  return addObject(ScaledObject, scope, 'scaled-object', {
    metadata: { ...metadata, annotations: annotationsOf(metadata, settings) },
    spec: {
      scaleTargetRef: scaled.scaleTargetRef,
      minReplicaCount: scaling.minReplicas,
      maxReplicaCount: scaling.maxReplicas,
      idleReplicaCount: scaling.idleReplicas,
      pollingInterval: scaling.pollingSeconds,
      cooldownPeriod: scaling.cooldownSeconds,
      initialCooldownPeriod: scaling.initialCooldownSeconds,
      advanced: advancedOf(metadata.name, settings),
      fallback: fallbackOf(settings),
      triggers: [...requests, ...addTriggers(scope, metadata, triggersOf(settings))],
    },
  });
}
