import { type ApiObject, Chart, type Size } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { Environment } from '../environment';
import { resolve } from '../fields';
import { requireId } from '../ids';
import { addObject } from '../object/object';
import { INTERCEPTOR } from '../platform/components';
import type { Cpu } from '../values/cpu';
import { addWarning } from '../warnings';
import { memoryQuantity, resourceList } from '../workload/resources';
import { podSecurityLabels } from '../workload/restricted';
import { PodSecurity } from './pod-security';
import { PROJECT } from './project-fields';
import { projectsNear } from './projects';

/** What all pods of a project may ask for together. */
export interface ProjectQuota {
  /** Sum of CPU requests. @default - unlimited */
  readonly cpu?: Cpu;
  /** Sum of memory limits. @default - unlimited */
  readonly memory?: Size;
  /** Number of pods. @default - unlimited */
  readonly pods?: number;
}

/** What a container of the project gets that says nothing of its own, and the most that it may ask for. */
export interface ProjectLimits {
  /** CPU request. @default - none */
  readonly defaultCpu?: Cpu;
  /** Memory request and limit. @default - none */
  readonly defaultMemory?: Size;
  /** Highest memory limit. @default - none */
  readonly maxMemory?: Size;
}

/** One project: the namespace of its functions. In YAML its name is that of the folder. */
export interface ProjectChartProps {
  /** Name of the project; its namespace is `fn-<name>`. */
  readonly name: string;
  /** What all pods of the project may ask for together. @default - no ResourceQuota, so no limit but the cluster's */
  readonly quota?: ProjectQuota;
  /** What a container gets that says nothing of its own, and the most it may ask for. @default - no LimitRange */
  readonly limits?: ProjectLimits;
  /** Whether only the interceptor reaches the project's pods. @default true */
  readonly networkPolicy?: boolean;
  /**
   * What the API server lets the pods of the project do. Functions need no more than the default; a sidecar that others
   * add to their pods may. A lower level is warned of.
   * @default PodSecurity.RESTRICTED
   */
  readonly podSecurity?: PodSecurity;
  /** Whether the namespace is made here; else it has to exist, and stays as it is. @default true */
  readonly createNamespace?: boolean;
  /** More labels of the namespace, if it is made here; those that this library sets are refused. @default - none */
  readonly labels?: { [key: string]: string };
  /** Namespace of KEDA. @default - that of the environment, else "keda" */
  readonly kedaNamespace?: string;
}

/** The namespace of a project. */
export function projectNamespace(project: string): string {
  return `fn-${project}`;
}

/** One project: the namespace of its functions, and what they may use together. */
export class ProjectChart extends Chart {
  public readonly namespaceName: string;
  /**
   * The Namespace; what `ApiObject.of` gives for the chart. Undefined with `createNamespace: false`. `namespace` is cdk8s'
   * own: the default of a chart's objects.
   */
  public readonly namespaceObject?: ApiObject;
  /** Undefined without `quota`. */
  public readonly resourceQuota?: ApiObject;
  /** Undefined without `limits`. */
  public readonly limitRange?: ApiObject;
  /** Undefined with `networkPolicy: false`. */
  public readonly networkPolicy?: ApiObject;

  constructor(scope: Construct, id: string, props: ProjectChartProps) {
    super(scope, requireId(scope, id), { disableResourceNameHashes: true });
    const settings = resolve(this, PROJECT, props);
    const { podSecurity, quota, limits } = settings;
    this.namespaceName = projectNamespace(settings.name);
    if (podSecurity !== PodSecurity.RESTRICTED) addWarning(this, () => [lowered(podSecurity)]);
    projectsNear(this).set(this.namespaceName, props);
    if (settings.createNamespace) {
      this.namespaceObject = this.addNamespace(settings, podSecurity);
      this.node.defaultChild = this.namespaceObject;
    }
    const metadata = { name: 'functions', namespace: this.namespaceName };
    if (quota)
      this.resourceQuota = addObject(k8s.KubeResourceQuota, this, 'quota', {
        metadata,
        spec: { hard: hardQuota(quota) },
      });
    if (limits)
      this.limitRange = addObject(k8s.KubeLimitRange, this, 'limits', {
        metadata,
        spec: { limits: [containerLimits(limits)] },
      });
    if (settings.networkPolicy) {
      const kedaNamespace = Environment.kedaNamespaceOf(this, settings.kedaNamespace);
      this.networkPolicy = addObject(k8s.KubeNetworkPolicy, this, 'network-policy', {
        metadata,
        spec: onlyFromInterceptor(kedaNamespace),
      });
    }
  }

  private addNamespace({ name, labels }: ProjectChartProps, podSecurity: PodSecurity): ApiObject {
    return addObject(k8s.KubeNamespace, this, 'namespace', {
      metadata: {
        name: this.namespaceName,
        labels: {
          ...labels,
          'enclii.dev/type': 'function',
          'enclii.dev/project': name,
          ...podSecurityLabels(podSecurity),
        },
      },
    });
  }
}

function hardQuota({ cpu, memory, pods }: ProjectQuota): { [resource: string]: k8s.Quantity } {
  return {
    ...(cpu && { 'requests.cpu': k8s.Quantity.fromString(cpu.toQuantity()) }),
    ...(memory && { 'limits.memory': k8s.Quantity.fromString(memoryQuantity(memory)) }),
    ...(pods !== undefined && { pods: k8s.Quantity.fromNumber(pods) }),
  };
}

function lowered(level: PodSecurity): string {
  return `podSecurity ${level} lets every pod of the namespace do more than a function needs; ${PodSecurity.RESTRICTED} is enough unless something adds a sidecar that is refused`;
}

function containerLimits({ defaultCpu, defaultMemory, maxMemory }: ProjectLimits): k8s.LimitRangeItem {
  return {
    type: 'Container',
    defaultRequest: resourceList(defaultCpu, defaultMemory),
    default: resourceList(undefined, defaultMemory),
    max: resourceList(undefined, maxMemory),
  };
}

function onlyFromInterceptor(kedaNamespace: string): k8s.NetworkPolicySpec {
  return {
    podSelector: { matchExpressions: [{ key: 'enclii.dev/function', operator: 'Exists' }] },
    policyTypes: ['Ingress'],
    ingress: [
      {
        from: [
          {
            namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': kedaNamespace } },
            podSelector: { matchLabels: INTERCEPTOR.identity },
          },
        ],
        ports: [{ port: k8s.IntOrString.fromString('http') }],
      },
    ],
  };
}
