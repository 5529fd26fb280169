import {
  type Breach,
  boolean,
  type Fields,
  inline,
  list,
  map,
  named,
  notWhere,
  object,
  oneOf,
  type Rule,
  Table,
  text,
} from '../fields';
import { dnsLabel } from '../fields/names';
import { excessIn } from '../workload/fields';
import { PodSecurity } from '../workload/pod-security';
import { VARIABLES_RULES } from '../workload/variables/rules';
import { COMPONENT_FIELDS } from './component-fields';
import { OPEN_TELEMETRY } from './open-telemetry/fields';
import { PODS } from './pods/fields';
import { PORT_RULES } from './ports/rules';
import type { KedaPlatformProps } from './props';
import { SERVED } from './rights/fields';
import { Rbac } from './rights/rbac';
import { Sizing } from './sizing';
import { DEFAULT_REGISTRY, IMAGE_NAMES, type PlatformImagesProps } from './versions';

const images = {
  registry: {
    ...text({
      pattern: /^[a-z0-9]+([.-][a-z0-9]+)*(:[0-9]+)?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*$/,
      allowed: 'host[:port][/path], in lower case',
    }),
    default: DEFAULT_REGISTRY,
  },
  digests: map(
    oneOf(Object.fromEntries(IMAGE_NAMES.map((name) => [name, name]))),
    text({ pattern: /^sha256:[0-9a-f]{64}$/, allowed: 'sha256:<64 hex digits>' }),
  ),
} satisfies Fields<PlatformImagesProps>;

const fields = {
  sizing: {
    ...named({
      dense: Sizing.DENSE,
      latency: Sizing.LATENCY,
      limited: Sizing.LIMITED,
      standard: Sizing.STANDARD,
    }),
    default: Sizing.STANDARD,
  },
  images: inline(new Table<PlatformImagesProps, typeof images>('PlatformImagesProps', images)),
  namespace: { ...dnsLabel(), codeOnly: true },
  createNamespace: { ...boolean(), default: true },
  podSecurity: { ...oneOf(PodSecurity), default: PodSecurity.RESTRICTED },
  networkPolicy: { ...boolean(), default: true },
  rbac: { ...oneOf(Rbac), default: Rbac.FUNCTIONS },
  serves: list(object(SERVED)),
  openTelemetry: object(OPEN_TELEMETRY),
  ...PODS.fields,
  ...COMPONENT_FIELDS,
} satisfies Fields<KedaPlatformProps>;

const COMPONENTS = ['operator', 'metricsServer', 'webhooks', 'addOnOperator', 'interceptor', 'scaler'] as const;

type Settings = KedaPlatformProps &
  Required<Pick<KedaPlatformProps, 'sizing' | 'createNamespace' | 'podSecurity' | 'rbac'>>;

/** What a component says has to agree with what the sizing says of the rest. */
const RULES: Rule<Settings, KedaPlatformProps>[] = [
  ...COMPONENTS.map(
    (name): Rule<Settings, KedaPlatformProps> => ({
      props: [name],
      check: (props) => excessIn(name, { ...props.sizing.sizes[name].resources, ...props[name]?.resources }),
    }),
  ),
  { props: ['interceptor'], check: checkReplicas },
  ...notWhere<Settings, KedaPlatformProps>(['serves'], ['rbac'], ({ rbac }) => rbac === Rbac.UPSTREAM, {
    reason: `is for rbac ${Rbac.FUNCTIONS}`,
    allowed: `none: ${Rbac.UPSTREAM} serves every namespace`,
  }),
  ...PORT_RULES,
  ...VARIABLES_RULES,
];

function checkReplicas({ interceptor, sizing }: Settings): Breach | undefined {
  const { minReplicas, maxReplicas } = { ...sizing.sizes.interceptor, ...interceptor };
  if (maxReplicas >= minReplicas) return undefined;
  const allowed = `at least ${minReplicas}`;
  return { prop: 'interceptor', item: ['maxReplicas'], reason: 'is below minReplicas', allowed };
}

export const PLATFORM = new Table<KedaPlatformProps, typeof fields>('KedaPlatformProps', fields, RULES);
