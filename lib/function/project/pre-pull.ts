import { type ApiObject, Size } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { compareText } from '../../compare';
import { Environment } from '../../environment';
import { addObject } from '../../object/object';
import { Cpu } from '../../values/cpu';
import { withDisk } from '../../workload/resources';
import { RESTRICTED_CONTAINER, restrictedPod } from '../../workload/restricted';
import { FunctionChart } from '../function-chart';
import type { PrePullProps } from './props';

/** The user of upstream's pause image. */
const USER = 65535;
const NAME = 'pre-pull';

/** A function's pod, as far as it says what a node pulls and who may pull it where. */
type PodSpec = Pick<
  k8s.PodSpec,
  'containers' | 'initContainers' | 'imagePullSecrets' | 'nodeSelector' | 'tolerations'
> & {
  readonly volumes?: readonly { readonly image?: { readonly reference: string } }[];
};

export interface PrePullTarget extends Required<PrePullProps> {
  readonly project: string;
  readonly metadata: { readonly name: string; readonly namespace: string };
}

/**
 * Keeps the images of a project's functions on the nodes: a pod a node has each as a volume, so that the kubelet pulls it, and does not
 * take it away as unused. Nothing of them runs.
 */
export function addPrePull(
  scope: Construct,
  { project, image, metadata: { name, namespace } }: PrePullTarget,
): ApiObject {
  const labels = { 'app.kubernetes.io/name': NAME, 'app.kubernetes.io/instance': `${NAME}-${project}` };
  return addObject(
    k8s.KubeDaemonSet,
    scope,
    NAME,
    {
      metadata: { name, namespace, labels },
      spec: {
        selector: { matchLabels: labels },
        // they serve nobody
        updateStrategy: { rollingUpdate: { maxUnavailable: k8s.IntOrString.fromString('100%') } },
        template: {
          metadata: { labels },
          spec: {
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            securityContext: restrictedPod(USER),
            terminationGracePeriodSeconds: 1,
            containers: [
              {
                name: 'pause',
                image,
                imagePullPolicy: 'IfNotPresent',
                resources: withDisk({
                  cpuRequest: Cpu.millis(1),
                  memoryRequest: Size.mebibytes(16),
                  memoryLimit: Size.mebibytes(16),
                }),
                securityContext: RESTRICTED_CONTAINER,
              },
            ],
          },
        },
      },
    },
    // when all functions are there
    ({ spec: { template } }) => fill(template.spec, podsOf(scope, project)),
  );
}

function podsOf(scope: Construct, project: string): PodSpec[] {
  return FunctionChart.allIn(Environment.scopeOf(scope))
    .filter((fn) => fn.projectName === project)
    .flatMap(({ deployment }) => deployment?.toJson().spec.template.spec ?? []);
}

// biome-ignore lint/suspicious/noExplicitAny: cdk8s-plus-28 types Kubernetes 1.28, which had no image volumes
function fill(spec: any, pods: readonly PodSpec[]): void {
  const images = [...new Set(pods.flatMap(imagesOf))].sort(compareText);
  if (images.length === 0) return;
  const all = images.map((reference, index) => ({ name: `image-${index}`, reference }));
  spec.volumes = all.map(({ name, reference }) => ({ name, image: { reference, pullPolicy: 'IfNotPresent' } }));
  spec.containers[0].volumeMounts = all.map(({ name }) => ({ name, mountPath: `/images/${name}` }));
  Object.assign(spec, {
    ...some('imagePullSecrets', distinct(pods.flatMap(({ imagePullSecrets = [] }) => imagePullSecrets))),
    ...some('tolerations', distinct(pods.flatMap(({ tolerations = [] }) => tolerations))),
    ...some('nodeSelector', common(pods.map(({ nodeSelector = {} }) => nodeSelector))),
  });
}

function imagesOf({ containers, initContainers = [], volumes = [] }: PodSpec): string[] {
  return [
    ...[...containers, ...initContainers].map(({ image }) => image!),
    ...volumes.flatMap(({ image }) => image?.reference ?? []),
  ];
}

function distinct<T>(all: readonly T[]): T[] {
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
}

/** What all say, so that no node is left out on which one of them may run. */
function common(selectors: readonly { readonly [label: string]: string }[]): { [label: string]: string } {
  const [first = {}, ...rest] = selectors;
  return Object.fromEntries(
    Object.entries(first).filter(([label, value]) => rest.every((selector) => selector[label] === value)),
  );
}

function some(key: string, value: object): object {
  return Object.keys(value).length > 0 ? { [key]: value } : {};
}
