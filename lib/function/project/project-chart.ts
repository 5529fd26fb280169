import { type ApiObject, Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { Environment } from '../../environment';
import { resolve, throwIfAny } from '../../fields/index';
import { requireId } from '../../ids';
import { denyAll } from '../../network/deny-all';
import { addObject } from '../../object/object';
import { formatMemory } from '../../values/memory';
import { addWarning } from '../../warnings';
import { PodSecurity } from '../../workload/pod-security';
import { resourceList } from '../../workload/resources';
import { podSecurityLabels } from '../../workload/restricted';
import { annotateHosts, warnOfHosts } from './allowed-hosts';
import { PRE_PULL, PROJECT } from './fields';
import { makesNamespace, problemsOfNamespace } from './namespace';
import { addNetworkPolicies } from './network-policies';
import { addPrePull } from './pre-pull';
import { projectsNear } from './projects';
import type { ProjectChartProps, ProjectLimits, ProjectQuota } from './props';

/** One project: the namespace of its functions, and what they may use together. */
export class ProjectChart extends Chart {
  public readonly namespaceName: string;
  /**
   * The Namespace; what `ApiObject.of` gives for the chart. Undefined where it exists without it. `namespace` is cdk8s'
   * own: the default of a chart's objects.
   */
  public readonly namespaceObject?: ApiObject;
  /** Undefined without `quota`. */
  public readonly resourceQuota?: ApiObject;
  /** Undefined without `limits`. */
  public readonly limitRange?: ApiObject;
  /** Undefined with `networkPolicy: false`. */
  public readonly networkPolicy?: ApiObject;
  /** Undefined without `prePull`. */
  public readonly prePull?: ApiObject;

  constructor(scope: Construct, id: string, props: ProjectChartProps) {
    super(scope, requireId(scope, id), { disableResourceNameHashes: true });
    const settings = resolve(this, PROJECT, props);
    const { name, podSecurity, quota, limits } = settings;
    const naming = Environment.namingOf(this);
    this.namespaceName = settings.namespace ?? naming.namespaceOf(name);
    throwIfAny(this, problemsOfNamespace(naming, settings));
    if (podSecurity !== PodSecurity.RESTRICTED) addWarning(this, () => lowered(podSecurity));
    const { namespaceName: namespace } = this;
    const alone = settings.namespace === undefined && naming.separates;
    const { networkPolicy, allowedHosts } = settings;
    // in a namespace of others, or of several projects, only the pods that are known
    const deniesAll = networkPolicy && alone && makesNamespace(settings);
    projectsNear(this).set(name, { construct: this, namespace, networkPolicy, deniesAll, allowedHosts, bounds: props });
    if (makesNamespace(settings)) {
      this.namespaceObject = this.addNamespace(settings, podSecurity);
      this.node.defaultChild = this.namespaceObject;
    } else warnOfHosts(this, namespace);
    const metadata = { name: alone ? 'functions' : `functions-${name}`, namespace: this.namespaceName };
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
    if (settings.prePull) {
      const { image } = PRE_PULL.fill(settings.prePull);
      const own = { name: alone ? 'pre-pull' : `pre-pull-${name}`, namespace };
      this.prePull = addPrePull(this, { project: name, image, metadata: own });
    }
    if (networkPolicy) {
      if (deniesAll) denyAll(this, namespace);
      this.networkPolicy = addNetworkPolicies(this, metadata, naming.podsOf(name), settings);
    }
  }

  private addNamespace({ name, labels }: ProjectChartProps, podSecurity: PodSecurity): ApiObject {
    const metadata = {
      name: this.namespaceName,
      labels: {
        ...labels,
        ...Environment.namingOf(this).namespaceLabelsOf(name),
        ...podSecurityLabels(podSecurity),
      },
    };
    return addObject(k8s.KubeNamespace, this, 'namespace', { metadata }, annotateHosts(this, metadata.name));
  }
}

function hardQuota({ cpu, memory, pods }: ProjectQuota): { [resource: string]: k8s.Quantity } {
  return {
    ...(cpu && { 'requests.cpu': k8s.Quantity.fromString(cpu.toQuantity()) }),
    ...(memory && { 'limits.memory': k8s.Quantity.fromString(formatMemory(memory)) }),
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
