import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { lingeringDeployment } from '../workload/deployment';
import { MAX_INT32, requireInteger } from '../workload/names';
import { toResourceRequirements } from '../workload/resources';
import { RESTRICTED_CONTAINER, restrictedPod } from '../workload/restricted';
import { commandLine, type ProcessProps, type ProcessSizing } from './component';
import type { Labels } from './labels';

/** `nonroot`, the user that the upstream images run as. */
const USER = 65532;

export interface PlatformDeploymentProps {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Labels;
  readonly selector: Labels;
  readonly podLabels: Labels;
  readonly serviceAccountName: string;
  /** @default - KEDA sets the number of pods */
  readonly replicas?: number;
  /** The container: name, image, command, args, env, ports, probes, mounts. */
  readonly container: k8s.Container;
  readonly props?: ProcessProps;
  readonly sizing: ProcessSizing;
  readonly volumes?: k8s.Volume[];
  /** Group of volumes and one more group of the process. @default - the group of the process */
  readonly fsGroup?: number;
  readonly terminationGracePeriodSeconds?: number;
  /** How long it goes on after it was told to stop. @default - not at all */
  readonly preStopSeconds?: number;
}

/** A Deployment of one container under the restricted standard. With more than one pod it survives the loss of a node. */
export class PlatformDeployment extends Construct {
  constructor(scope: Construct, id: string, props: PlatformDeploymentProps) {
    super(scope, id);
    const metadata = { name: props.name, namespace: props.namespace, labels: props.labels };
    const selector = { matchLabels: props.selector };
    const replicas = props.replicas === undefined ? undefined : requireReplicas(scope, 'replicas', props.replicas);
    const several = replicas === undefined || replicas > 1;
    const deployment: k8s.KubeDeploymentProps = {
      metadata,
      spec: {
        replicas,
        selector,
        template: {
          metadata: { labels: props.podLabels },
          spec: {
            serviceAccountName: props.serviceAccountName,
            automountServiceAccountToken: true,
            enableServiceLinks: false,
            securityContext: {
              ...restrictedPod(USER),
              ...(props.fsGroup !== undefined && { fsGroup: props.fsGroup, supplementalGroups: [props.fsGroup] }),
            },
            nodeSelector: { 'kubernetes.io/os': 'linux' },
            terminationGracePeriodSeconds: props.terminationGracePeriodSeconds,
            topologySpreadConstraints: several
              ? [
                  {
                    maxSkew: 1,
                    topologyKey: 'kubernetes.io/hostname',
                    whenUnsatisfiable: 'ScheduleAnyway',
                    labelSelector: selector,
                  },
                ]
              : undefined,
            containers: [
              {
                ...props.container,
                imagePullPolicy: 'IfNotPresent',
                args: commandLine(scope, props.container.args ?? [], props.sizing, props.props),
                resources: toResourceRequirements(scope, props.props?.resources ?? props.sizing.resources),
                securityContext: RESTRICTED_CONTAINER,
              },
            ],
            volumes: props.volumes,
          },
        },
      },
    };
    if (props.preStopSeconds === undefined) new k8s.KubeDeployment(this, 'deployment', deployment);
    else lingeringDeployment(this, 'deployment', deployment, props.preStopSeconds);
    if (several) {
      new k8s.KubePodDisruptionBudget(this, 'disruption-budget', {
        metadata,
        spec: { selector, maxUnavailable: k8s.IntOrString.fromNumber(1) },
      });
    }
  }
}

/** Returns `value` if it is a number of pods with which a component works. */
export function requireReplicas(scope: Construct, field: string, value: number): number {
  return requireInteger(scope, field, value, 1, MAX_INT32);
}

/** Environment variables with a fixed value. */
export function variables(values: { readonly [name: string]: string }): k8s.EnvVar[] {
  return Object.entries(values).map(([name, value]) => ({ name, value }));
}

/** An environment variable with the value of one of the pod's fields. */
export function fieldVariable(name: string, fieldPath: string): k8s.EnvVar {
  return { name, valueFrom: { fieldRef: { fieldPath } } };
}
