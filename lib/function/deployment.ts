import type { ApiObject } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import type { Labels } from '../naming';
import { addObject } from '../object/object';
import { addWarning } from '../warnings';
import { lingeringDeployment } from '../workload/deployment';
import { withExceptions } from '../workload/exceptions';
import { PodVolumes } from '../workload/volumes/pod-volumes';
import { exceptionsOf } from './exceptions';
import type { FunctionSettings } from './fields';
import { initContainerWarnings } from './init-containers/init-containers';
import { type FunctionMetadata, podMetadataOf } from './metadata/metadata';
import { preStopSeconds, servicePorts } from './network/ports';
import { functionPod } from './pod';
import { danglingIn, variablesOf } from './process/process';

/** What a function's Deployment and Service have in common. */
export interface DeploymentProps {
  readonly functionName: string;
  readonly metadata: FunctionMetadata;
  /** The labels that say whose the pods are. */
  readonly labels: Labels;
  readonly selector: Labels;
  readonly settings: FunctionSettings;
}

/** The Deployment of a function; nothing in it says how many pods there are. */
export function addDeployment(
  scope: Construct,
  { functionName, metadata, labels, selector, settings }: DeploymentProps,
): ApiObject {
  const volumes = new PodVolumes();
  const spec = functionPod({ name: functionName, objectName: metadata.name, selector }, settings, volumes);
  addWarning(scope, () => danglingIn(settings, variablesOf(functionName, settings)));
  addWarning(scope, () => initContainerWarnings(settings));
  const deployment = lingeringDeployment(
    scope,
    'deployment',
    {
      metadata: withExceptions(metadata, exceptionsOf(settings)),
      spec: { selector: { matchLabels: selector }, template: { metadata: podMetadataOf(labels, settings), spec } },
    },
    preStopSeconds(settings),
  );
  deployment.addJsonPatch(...volumes.patchesAt());
  return deployment;
}

/** The Service of a function; undefined where it has no port. */
export function addService(scope: Construct, { metadata, selector, settings }: DeploymentProps): ApiObject | undefined {
  const ports = servicePorts(settings);
  if (ports.length === 0) return undefined;
  return addObject(k8s.KubeService, scope, 'service', { metadata, spec: { selector, ports } });
}
