import { Duration } from 'cdk8s';
import {
  type Breach,
  boolean,
  duration,
  type Fields,
  inline,
  integer,
  list,
  map,
  named,
  object,
  oneOf,
  type Rule,
  Table,
  text,
} from '../fields';
import { dnsLabel } from '../fields/names';
import { excess, RESOURCES } from '../workload/fields';
import { type ComponentProps, type InterceptorProps, LogLevel, type ProcessProps, type ScalerProps } from './component';
import type { Role } from './components';
import { flagFault } from './flags';
import type { KedaPlatformProps } from './props';
import { Sizing } from './sizing';
import { DEFAULT_REGISTRY, IMAGE_NAMES, type PlatformImagesProps } from './versions';

const FLAG = { pattern: /^--[A-Za-z0-9][A-Za-z0-9_-]*(=[\s\S]*)?$/, allowed: '--flag or --flag=value' };

const process = (role: Role) =>
  ({
    resources: inline(RESOURCES),
    logLevel: { ...oneOf(LogLevel), default: LogLevel.INFO },
    extraArgs: list(text({ ...FLAG, fault: (arg) => flagFault(role, arg) })),
  }) satisfies Fields<ProcessProps>;

const component = (role: Role) => ({ ...process(role), replicas: integer(1) }) satisfies Fields<ComponentProps>;

const interceptor = {
  ...process('interceptor'),
  minReplicas: integer(1),
  maxReplicas: integer(1),
} satisfies Fields<InterceptorProps>;

// below 10 ms the interceptors answer questions and little else
const interval = () => duration({ min: Duration.millis(10), max: Duration.seconds(10) });

const scaler = {
  ...component('scaler'),
  queueTick: interval(),
  streamInterval: interval(),
} satisfies Fields<ScalerProps>;

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

const fixed = (role: Role) => object(new Table<ComponentProps>('ComponentProps', component(role)));

const fields = {
  sizing: { ...named({ seed: Sizing.SEED, standard: Sizing.STANDARD }), default: Sizing.STANDARD },
  images: inline(new Table<PlatformImagesProps, typeof images>('PlatformImagesProps', images)),
  namespace: { ...dnsLabel(), codeOnly: true },
  createNamespace: { ...boolean(), default: true },
  operator: fixed('operator'),
  metricsServer: fixed('metrics-server'),
  webhooks: fixed('webhooks'),
  addOnOperator: fixed('add-on-operator'),
  interceptor: object(new Table<InterceptorProps, typeof interceptor>('InterceptorProps', interceptor)),
  scaler: object(new Table<ScalerProps, typeof scaler>('ScalerProps', scaler)),
} satisfies Fields<KedaPlatformProps>;

const COMPONENTS = ['operator', 'metricsServer', 'webhooks', 'addOnOperator', 'interceptor', 'scaler'] as const;

type Settings = KedaPlatformProps & { readonly sizing: Sizing };

/** What a component says has to agree with what the sizing says of the rest. */
const RULES: Rule<Settings, KedaPlatformProps>[] = [
  ...COMPONENTS.map((name) => ({ props: [name], check: (props: Settings) => resourcesOf(name, props) })),
  { props: ['interceptor'], check: checkReplicas },
];

function resourcesOf(name: (typeof COMPONENTS)[number], props: Settings): Breach | undefined {
  const breach = excess({ ...props.sizing.sizes[name].resources, ...props[name]?.resources });
  return breach && { ...breach, prop: name, item: [breach.prop === 'cpuRequest' ? 'cpu' : 'memory'] };
}

function checkReplicas({ interceptor, sizing }: Settings): Breach | undefined {
  const { minReplicas, maxReplicas } = { ...sizing.sizes.interceptor, ...interceptor };
  if (maxReplicas >= minReplicas) return undefined;
  const allowed = `at least ${minReplicas}`;
  return { prop: 'interceptor', item: ['maxReplicas'], reason: 'is below minReplicas', allowed };
}

/** The settings of the platform. */
export const PLATFORM = new Table<KedaPlatformProps, typeof fields>('KedaPlatformProps', fields, RULES);
