import type { ApiObject } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { addObject } from '../object/object';
import { addDisruptionBudget, lingeringDeployment } from './deployment';
import { type Exceptions, NO_CPU_LIMIT, withExceptions } from './exceptions';
import { type Resources, withDisk } from './resources';
import { RESTRICTED_CONTAINER, restrictedPod } from './restricted';

/** `nonroot`, the user of the images of the platform and of cloudflared. */
const USER = 65532;

/** A new pod finds no node while an old one has its ports there. */
const oneAfterAnother = (): k8s.DeploymentStrategy => ({
  type: 'RollingUpdate',
  rollingUpdate: { maxSurge: k8s.IntOrString.fromNumber(0), maxUnavailable: k8s.IntOrString.fromNumber(1) },
});

export interface SteadyDeploymentProps {
  readonly metadata: k8s.ObjectMeta;
  readonly selector: { readonly [label: string]: string };
  readonly podMetadata: k8s.ObjectMeta;
  /** Number of pods, at least 1. @default - something else sets it */
  readonly replicas?: number;
  /** Name, image, command, args, env, ports, probes, mounts. */
  readonly container: k8s.Container;
  readonly resources: Resources;
  /** What else the pod says. */
  readonly pod: Omit<k8s.PodSpec, 'containers'>;
  /** Group of volumes and one more group of the process. @default - the group of the process */
  readonly fsGroup?: number;
  /** How long it goes on after it was told to stop. @default - not at all */
  readonly preStopSeconds?: number;
  /** Whether the pods are on the network of their node, which has each port once. @default false */
  readonly hostNetwork?: boolean;
}

/** A Deployment of one container under the restricted standard. With more than one pod it survives the loss of a node. */
export class SteadyDeployment extends Construct {
  public readonly deployment: ApiObject;

  constructor(scope: Construct, id: string, props: SteadyDeploymentProps) {
    super(scope, id);
    const { metadata, fsGroup, hostNetwork } = props;
    const selector = { matchLabels: props.selector };
    const { replicas } = props;
    const several = replicas === undefined || replicas > 1;
    const deployment: k8s.KubeDeploymentProps = {
      metadata: withExceptions(metadata, exceptionsOf(props)),
      spec: {
        replicas,
        selector,
        strategy: hostNetwork ? oneAfterAnother() : undefined,
        template: {
          metadata: props.podMetadata,
          spec: {
            ...props.pod,
            ...(hostNetwork && { hostNetwork, dnsPolicy: 'ClusterFirstWithHostNet' }),
            enableServiceLinks: false,
            securityContext: {
              ...restrictedPod(USER),
              ...(fsGroup !== undefined && { fsGroup, supplementalGroups: [fsGroup] }),
            },
            nodeSelector: { 'kubernetes.io/os': 'linux', ...props.pod.nodeSelector },
            affinity: several ? apart(selector) : undefined,
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
                resources: withDisk(props.resources),
                securityContext: RESTRICTED_CONTAINER,
              },
            ],
          },
        },
      },
    };
    this.deployment =
      props.preStopSeconds === undefined
        ? addObject(k8s.KubeDeployment, this, 'deployment', deployment)
        : lingeringDeployment(this, 'deployment', deployment, props.preStopSeconds);
    this.node.defaultChild = this.deployment;
    if (several) addDisruptionBudget(this, metadata, selector);
  }
}

/** Not on one node, where there is another. */
function apart(labelSelector: k8s.LabelSelector): k8s.Affinity {
  const podAffinityTerm = { topologyKey: 'kubernetes.io/hostname', labelSelector };
  return { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, podAffinityTerm }] } };
}

function exceptionsOf({ replicas, resources }: SteadyDeploymentProps): Exceptions {
  return {
    'container-resources': !resources.cpuLimit && NO_CPU_LIMIT,
    'deployment-replicas':
      replicas === undefined ? 'KEDA sets the number of pods' : replicas < 2 && 'no request waits for it',
  };
}
