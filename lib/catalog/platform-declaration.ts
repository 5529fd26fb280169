import { resolveScaling } from '../function/scaling';
import {
  type ComponentProps,
  type InterceptorProps,
  type KedaPlatformProps,
  type LogLevel,
  type ScalerProps,
  Sizing,
} from '../platform';
import { intervalMillis } from '../platform/add-on/scaler';
import type { Role } from '../platform/components';
import { requireFreeFlag } from '../platform/flags';
import { resolveImages } from '../platform/versions';
import type { Resources } from '../workload';
import { toResourceRequirements } from '../workload/resources';
import { type Problems, problemOf } from './problems';
import { optional, parseCpu, parseDuration, parseMemory } from './quantities';
import type { Source } from './read';

interface ComponentSettings {
  readonly cpu?: string | number;
  readonly cpuLimit?: string | number;
  readonly memory?: string;
  readonly memoryLimit?: string;
  readonly logLevel?: LogLevel;
  readonly extraArgs?: string[];
  readonly replicas?: number;
  readonly minReplicas?: number;
  readonly maxReplicas?: number;
  readonly queueTick?: string;
  readonly streamInterval?: string;
}

const COMPONENTS = ['operator', 'metricsServer', 'webhooks', 'addOnOperator', 'interceptor', 'scaler'] as const;
type Component = (typeof COMPONENTS)[number];

const ROLES: { readonly [component in Component]: Role } = {
  operator: 'operator',
  metricsServer: 'metrics-server',
  webhooks: 'webhooks',
  addOnOperator: 'add-on-operator',
  interceptor: 'interceptor',
  scaler: 'scaler',
};

/** The platform's settings as YAML has them, after the schema has accepted them. */
export type PlatformSettings = { readonly [component in Component]?: ComponentSettings } & {
  readonly createNamespace?: boolean;
  readonly sizing?: 'seed' | 'standard';
  readonly registry?: string;
  readonly digests?: { [image: string]: string };
};

/** The props of the platform. A component's resources are the sizing's, but for those that it sets. */
export function platformProps(settings: PlatformSettings = {}): KedaPlatformProps {
  const { createNamespace, registry, digests } = settings;
  const components = COMPONENTS.flatMap((name) => {
    const own = settings[name];
    return own ? [[name, componentProps(own, sizingOf(settings).sizes[name].resources)]] : [];
  });
  return {
    createNamespace,
    sizing: sizingOf(settings),
    images: registry === undefined && digests === undefined ? undefined : { registry, digests },
    ...Object.fromEntries(components),
  };
}

function sizingOf({ sizing }: PlatformSettings): Sizing {
  return sizing === 'seed' ? Sizing.SEED : Sizing.STANDARD;
}

function componentProps(
  settings: ComponentSettings,
  sizing: Resources,
): ComponentProps & InterceptorProps & ScalerProps {
  const { cpu, cpuLimit, memory, memoryLimit, queueTick, streamInterval, ...same } = settings;
  const own = [cpu, cpuLimit, memory, memoryLimit].some((value) => value !== undefined);
  return {
    ...same,
    queueTick: optional(queueTick, parseDuration),
    streamInterval: optional(streamInterval, parseDuration),
    resources: own
      ? {
          cpuRequest: optional(cpu, parseCpu) ?? sizing.cpuRequest,
          cpuLimit: optional(cpuLimit, parseCpu) ?? sizing.cpuLimit,
          memoryRequest: optional(memory, parseMemory) ?? sizing.memoryRequest,
          memoryLimit: optional(memoryLimit, parseMemory) ?? sizing.memoryLimit,
        }
      : undefined,
  };
}

/** Reports settings that the schema accepts and the platform's constructs would refuse. */
export function checkPlatform(props: KedaPlatformProps, source: Source, problems: Problems): void {
  const report = (path: string[], problem?: string) => {
    if (problem) problems.add(source.path, source.lineOf(['platform', ...path]), problem);
  };
  for (const key of ['registry', 'digests'] as const) {
    report(
      [key],
      problemOf((scope) => resolveImages(scope, { [key]: props.images?.[key] })),
    );
  }
  for (const name of COMPONENTS) {
    const { cpuRequest, cpuLimit, memoryRequest, memoryLimit } = props[name]?.resources ?? {};
    const limited = (key: string, resources: Resources) =>
      report(
        [name, key],
        problemOf((scope) => toResourceRequirements(scope, resources)),
      );
    limited('cpu', { cpuRequest, cpuLimit });
    limited('memory', { memoryRequest, memoryLimit });
    props[name]?.extraArgs?.forEach((arg, index) => {
      report(
        [name, 'extraArgs', String(index)],
        problemOf((scope) => requireFreeFlag(scope, ROLES[name], arg)),
      );
    });
  }
  for (const key of ['queueTick', 'streamInterval'] as const) {
    const interval = props.scaler?.[key];
    if (interval)
      report(
        ['scaler', key],
        problemOf((scope) => intervalMillis(scope, key, interval)),
      );
  }
  const { minReplicas, maxReplicas } = { ...props.sizing!.sizes.interceptor, ...props.interceptor };
  report(
    ['interceptor', 'maxReplicas'],
    problemOf((scope) => resolveScaling(scope, { minReplicas, maxReplicas })),
  );
}
