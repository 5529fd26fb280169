import {
  boolean,
  cpu,
  type Fields,
  integer,
  list,
  map,
  memory,
  notWhere,
  object,
  oneOf,
  type Rule,
  Table,
  text,
} from '../../fields/index';
import { dnsLabel, host, image, labelKey } from '../../fields/names';
import { namespaceLabelFault } from '../../naming/reserved';
import { peers } from '../../network/fields';
import { Egress } from '../../network/props';
import { formatMemory } from '../../values/memory';
import { LABEL_VALUE } from '../../values/names';
import { PodSecurity } from '../../workload/pod-security';
import { makesNamespace } from './namespace';
import type { PrePullProps, ProjectChartProps, ProjectLimits, ProjectQuota } from './props';

const quota = { cpu: cpu(), memory: memory(), pods: integer(0) } satisfies Fields<ProjectQuota>;

const limits = { defaultCpu: cpu(), defaultMemory: memory(), maxMemory: memory() } satisfies Fields<ProjectLimits>;

const prePull = { image: { ...image(), default: 'registry.k8s.io/pause:3.10.1' } } satisfies Fields<PrePullProps>;

export const PRE_PULL = new Table<PrePullProps, typeof prePull>('PrePullProps', prePull);

/** A default above the maximum is what the API server refuses. */
const LIMITS_RULE: Rule<ProjectLimits> = {
  props: ['defaultMemory', 'maxMemory'],
  check: ({ defaultMemory, maxMemory }) =>
    defaultMemory && maxMemory && defaultMemory.toKibibytes() > maxMemory.toKibibytes()
      ? { prop: 'defaultMemory', reason: 'is above maxMemory', allowed: `at most ${formatMemory(maxMemory)}` }
      : undefined,
};

/** What would be said of NetworkPolicies that are not made has no effect. */
const NETWORK_RULES = notWhere<ProjectChartProps>(
  ['egress', 'egressTo', 'ingressFrom'],
  ['networkPolicy'],
  ({ networkPolicy }) => networkPolicy === false,
  { reason: 'has no effect without NetworkPolicies', allowed: 'none, or networkPolicy: true' },
);

/** What would be said of a namespace that is not made here has no effect. */
export const PROJECT_RULES = notWhere<ProjectChartProps>(
  ['labels', 'podSecurity'],
  ['namespace', 'createNamespace'],
  (_, given) => !makesNamespace(given),
  { reason: 'has no effect where the namespace is not made here', allowed: 'none, or createNamespace: true' },
);

const fields = {
  name: { ...dnsLabel(), required: true, codeOnly: true },
  namespace: dnsLabel(),
  quota: object(new Table<ProjectQuota, typeof quota>('ProjectQuota', quota)),
  limits: object(new Table<ProjectLimits, typeof limits>('ProjectLimits', limits, [LIMITS_RULE])),
  allowedHosts: list(host({ wildcard: true })),
  prePull: object(PRE_PULL),
  networkPolicy: { ...boolean(), default: true },
  egress: { ...oneOf(Egress), default: Egress.OPEN },
  egressTo: peers(),
  ingressFrom: peers(),
  podSecurity: { ...oneOf(PodSecurity), default: PodSecurity.RESTRICTED },
  createNamespace: boolean(),
  labels: map(
    labelKey(namespaceLabelFault),
    text({
      pattern: LABEL_VALUE,
      allowed: 'a string of letters, digits, "-", "_" and ".", at most 63; quote numbers and booleans',
    }),
  ),
  kedaNamespace: { ...dnsLabel(), codeOnly: true },
} satisfies Fields<ProjectChartProps>;

export const PROJECT = new Table<ProjectChartProps, typeof fields>('ProjectChartProps', fields, [
  ...PROJECT_RULES,
  ...NETWORK_RULES,
]);
