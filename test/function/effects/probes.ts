import { Duration } from 'cdk8s';
import { type FunctionProbeProps, Probe } from '../../../lib';
import type { Effects } from '../../effects';
import { CONTAINER, type EffectsOf } from './paths';

const { seconds } = Duration;

/** What each setting of a probe does, whichever of the three it is. */
function probeEffects(kind: 'liveness' | 'readiness' | 'startup'): Effects {
  const at = `${CONTAINER}/${kind}Probe`;
  const effect = (probe: Probe, key: string, expected: unknown) => [
    { given: { probes: { [kind]: probe } }, at: { [`${at}/${key}`]: expected } },
  ];
  const effects: Effects = {
    http: effect(Probe.http('/up'), 'httpGet', { path: '/up', port: 'http' }),
    tcp: effect(Probe.tcp(), 'tcpSocket', { port: 'http' }),
    grpc: effect(Probe.grpc(), 'grpc', { port: 8080 }),
    exec: effect(Probe.exec(['/bin/ask', '-q', '-q']), 'exec', { command: ['/bin/ask', '-q', '-q'] }),
    none:
      kind === 'liveness'
        ? [{ given: { probes: { liveness: Probe.none() } }, at: { [at]: undefined } }]
        : [
            {
              given: { readinessTimeout: seconds(90), probes: { [kind]: Probe.none() } },
              at: { [`${CONTAINER}/livenessProbe/initialDelaySeconds`]: kind === 'startup' ? 90 : undefined },
            },
          ],
    port: [
      ...effect(Probe.http('/up', { port: 9090 }), 'httpGet/port', 9090),
      ...effect(Probe.tcp({ port: 9090 }), 'tcpSocket/port', 9090),
      ...effect(Probe.grpc({ port: 9090 }), 'grpc/port', 9090),
    ],
    headers: effect(Probe.http('/up', { headers: { Host: 'a.test', 'X-Probe': '1' } }), 'httpGet/httpHeaders', [
      { name: 'Host', value: 'a.test' },
      { name: 'X-Probe', value: '1' },
    ]),
    service: effect(Probe.grpc({ service: 'orders' }), 'grpc', { port: 8080, service: 'orders' }),
    initialDelay: effect(Probe.tcp({ initialDelay: seconds(0) }), 'initialDelaySeconds', 0),
    period: effect(Probe.tcp({ period: seconds(7) }), 'periodSeconds', 7),
    timeout: effect(Probe.tcp({ timeout: seconds(8) }), 'timeoutSeconds', 8),
    failureThreshold: effect(Probe.tcp({ failureThreshold: 9 }), 'failureThreshold', 9),
    successThreshold: effect(
      Probe.tcp({ successThreshold: kind === 'readiness' ? 2 : 1 }),
      'successThreshold',
      kind === 'readiness' ? 2 : 1,
    ),
  };
  return Object.fromEntries(Object.entries(effects).map(([setting, rows]) => [`probes.${kind}.${setting}`, rows]));
}

const SHORT: EffectsOf<Omit<FunctionProbeProps, 'probes'>> = {
  startupTimeout: [
    { given: { startupTimeout: seconds(20) }, at: { [`${CONTAINER}/livenessProbe/initialDelaySeconds`]: 20 } },
  ],
  healthPath: [
    { given: { healthPath: '/up' }, at: { [`${CONTAINER}/livenessProbe/httpGet`]: { path: '/up', port: 'http' } } },
  ],
  readinessProbe: [
    {
      given: { readinessProbe: true },
      at: { [`${CONTAINER}/readinessProbe`]: { httpGet: { path: '/health', port: 'http' }, periodSeconds: 1 } },
    },
  ],
};

export const PROBES_EFFECTS: Effects = {
  ...SHORT,
  ...probeEffects('liveness'),
  ...probeEffects('readiness'),
  ...probeEffects('startup'),
};
