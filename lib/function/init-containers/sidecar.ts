import type { k8s } from 'cdk8s-plus-28';
import { type Fields, notWhere, type Rule, Table } from '../../fields/index';
import { containerPort } from '../../workload/ports';
import { PROBES_RULES, probe } from '../probes/probe-fields';
import { chosen, type Probes, toProbe } from '../probes/to-probe';
import type { InitContainer, SidecarProbes } from './props';

const fields = { liveness: probe(), readiness: probe(), startup: probe() } satisfies Fields<SidecarProbes>;
const KINDS = ['liveness', 'readiness', 'startup'] as const;

/** A function's start has `startupTimeout`; this is a minute. */
const STARTUP_FAILURES = 60;

/** A sidecar has no port that is its own more than others. */
const PORT_RULES = KINDS.map(
  (prop): Rule<SidecarProbes> => ({
    props: [prop],
    check({ [prop]: given }) {
      const { http, tcp, grpc, port } = given?._props ?? {};
      return (http ?? tcp ?? grpc) !== undefined && port === undefined
        ? { prop, reason: 'has no port', allowed: 'one with http, tcp, grpc' }
        : undefined;
    },
  }),
);

/** How the kubelet asks a sidecar. */
export const SIDECAR_PROBES = new Table<SidecarProbes, typeof fields>('SidecarProbes', fields, [
  ...PROBES_RULES,
  ...PORT_RULES,
]);

/** What is said of a sidecar alone. */
export const SIDECAR_RULES = notWhere<InitContainer>(
  ['ports', 'probes'],
  ['restartPolicy'],
  ({ restartPolicy }) => !restartPolicy,
  { reason: 'is given, and it does not run beside the function', allowed: 'with restartPolicy: Always' },
);

/** The ports of a sidecar, and what it is asked. */
export function servingOf({ ports = {}, probes = {} }: InitContainer): Probes & Pick<k8s.Container, 'ports'> {
  const all = Object.entries(ports).map(([name, port]) => containerPort(name, port));
  // each probe that needs a port has one
  const asked = (kind: keyof SidecarProbes, standard: k8s.Probe) =>
    toProbe(chosen(probes[kind], undefined), 0, standard);
  return {
    ports: all.length > 0 ? all : undefined,
    livenessProbe: asked('liveness', { periodSeconds: 10, timeoutSeconds: 5 }),
    readinessProbe: asked('readiness', { periodSeconds: 1 }),
    startupProbe: asked('startup', { periodSeconds: 1, timeoutSeconds: 5, failureThreshold: STARTUP_FAILURES }),
  };
}
