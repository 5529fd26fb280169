import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { ScaledObject, type ScaledObjectSpecTriggers } from '../../../imports/keda.sh';
import { addObject } from '../../object/object';
import { addTriggers } from '../../triggers/add-triggers';
import type { FunctionSettings } from '../fields';
import type { FunctionMetadata } from '../metadata/metadata';
import { advancedOf, fallbackOf } from './advanced/advanced';
import { annotationsOf } from './advanced/paused';
import { type Scaling, triggersOf } from './scaling';

export interface ScaledObjectProps {
  readonly metadata: FunctionMetadata;
  readonly scaling: Scaling;
  readonly settings: FunctionSettings;
}

/** The one ScaledObject of a function's Deployment, which has the function's name. */
export function addScaledObject(
  scope: Construct,
  { metadata, scaling, settings }: ScaledObjectProps,
  requests: readonly ScaledObjectSpecTriggers[] = [],
): ApiObject {
  return addObject(ScaledObject, scope, 'scaled-object', {
    metadata: { ...metadata, annotations: annotationsOf(metadata, settings) },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: metadata.name },
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
