import { Duration } from 'cdk8s';
import { type FunctionChartProps, Probe, Protocol } from '../../lib';
import { ENVIRONMENT, FUNCTION, functionProblems, load } from '../catalog/folder';
import { container, renderWith } from './render';

const { seconds, minutes } = Duration;

function probesOf(props: Partial<FunctionChartProps>) {
  const { objects, warnings } = renderWith(props);
  const { livenessProbe, readinessProbe, startupProbe } = container(objects);
  return { livenessProbe, readinessProbe, startupProbe, warnings };
}
const http = { httpGet: { path: '/health', port: 'http' } };
const tcp = { tcpSocket: { port: 'http' } };
const LIVENESS = { initialDelaySeconds: 60, periodSeconds: 10, timeoutSeconds: 5 };
const STARTUP = { periodSeconds: 1, timeoutSeconds: 5, failureThreshold: 60 };
const { initialDelaySeconds: _, ...GATED } = LIVENESS;

test.each<[string, Partial<FunctionChartProps>, object]>([
  [
    'HTTP/2 is not asked by HTTP/1.1',
    { protocol: Protocol.H2C, readinessProbe: true },
    { livenessProbe: { ...tcp, ...LIVENESS }, readinessProbe: { ...tcp, periodSeconds: 1 } },
  ],
  [
    'a gRPC server may lack the health service, in a long start too',
    { protocol: Protocol.GRPC, readinessTimeout: minutes(2) },
    { livenessProbe: { ...tcp, ...GATED }, startupProbe: { ...tcp, ...STARTUP, failureThreshold: 120 } },
  ],
  [
    'a kind of its own keeps the pace',
    { probes: { liveness: Probe.grpc({ service: 'orders' }) } },
    { livenessProbe: { grpc: { port: 8080, service: 'orders' }, ...LIVENESS } },
  ],
  [
    'a startup probe takes the place of the delay of liveness',
    { probes: { startup: Probe.exec(['/ask']) } },
    { livenessProbe: { ...http, ...GATED }, startupProbe: { exec: { command: ['/ask'] }, ...STARTUP } },
  ],
  [
    'as often as the start has periods',
    { startupTimeout: seconds(45), probes: { startup: Probe.tcp({ initialDelay: seconds(4), period: seconds(2) }) } },
    {
      livenessProbe: { ...http, ...GATED },
      startupProbe: { ...tcp, initialDelaySeconds: 4, periodSeconds: 2, timeoutSeconds: 5, failureThreshold: 21 },
    },
  ],
  [
    'once at least',
    { startupTimeout: seconds(1), probes: { startup: Probe.tcp({ initialDelay: seconds(4) }) } },
    {
      livenessProbe: { ...http, ...GATED },
      startupProbe: { ...tcp, initialDelaySeconds: 4, periodSeconds: 1, timeoutSeconds: 5, failureThreshold: 1 },
    },
  ],
  ['none of liveness', { probes: { liveness: Probe.none() } }, {}],
  [
    'none of startup, with a readiness probe that keeps requests away',
    {
      readinessTimeout: minutes(2),
      probes: { startup: Probe.none(), readiness: Probe.http('/ready', { period: seconds(2), successThreshold: 3 }) },
    },
    {
      livenessProbe: { ...http, ...LIVENESS, initialDelaySeconds: 120 },
      readinessProbe: { httpGet: { path: '/ready', port: 'http' }, periodSeconds: 2, successThreshold: 3 },
    },
  ],
])('%s', (_, props, probes) => {
  const nothing = { livenessProbe: undefined, readinessProbe: undefined, startupProbe: undefined, warnings: [] };
  expect(probesOf(props)).toEqual({ ...nothing, ...probes });
});

test.each<[Partial<FunctionChartProps>, string]>([
  [
    { readinessTimeout: minutes(2), probes: { startup: Probe.none() } },
    'probes.startup is none, and a start may take 120s: a request gets 504 from a pod that does not listen within 60s',
  ],
  [
    { probes: { startup: Probe.tcp({ failureThreshold: 61 }) } },
    'the time of probes.startup 61s is above readinessTimeout 1m: the request that wakes the function may get 504 before it has started',
  ],
  [
    { healthPath: '/up', protocol: Protocol.GRPC },
    'healthPath /up is asked by no probe: protocol is grpc, and probes name none that does',
  ],
  [
    { healthPath: '/up', probes: { liveness: Probe.tcp() } },
    'healthPath /up is asked by no probe: protocol is http, and probes name none that does',
  ],
])('%j is warned of', (props, warning) => {
  expect(probesOf(props).warnings).toEqual([`e/hello: ${warning}`]);
});

test('a health path that a probe asks is not', () => {
  const asked = { healthPath: '/up', probes: { liveness: Probe.http('/up') } };
  expect(probesOf({ ...asked, protocol: Protocol.H2C }).warnings).toEqual([]);
  expect(probesOf({ healthPath: '/up', readinessProbe: true, probes: { liveness: Probe.tcp() } }).warnings).toEqual([]);
});

const liveness = (text: string) => `probes: {liveness: ${text}}`;
test.each([
  ['probes: [tcp]', 'probes ["tcp"] is invalid; allowed: a map with the keys liveness, readiness, startup'],
  ['probes: {livenes: {}}', 'probes.livenes is an unknown key; did you mean liveness?'],
  [liveness('tcp'), 'probes.liveness "tcp" is invalid; allowed: a map with the keys http, tcp'],
  [liveness('{}'), 'probes.liveness has none of http, tcp, grpc, exec, none; allowed: exactly one of http, tcp'],
  [liveness('{http: /a, tcp: true}'), 'probes.liveness.tcp true is given beside http; allowed: exactly one of'],
  [liveness('{http: up}'), 'probes.liveness.http "up" is invalid; allowed: a path that starts with "/"'],
  [liveness('{tcp: false}'), 'probes.liveness.tcp false is invalid; allowed: true'],
  [liveness('{exec: []}'), 'probes.liveness.exec [] is invalid; allowed: a list that is not empty'],
  [liveness('{http: /a, port: 65536}'), 'probes.liveness.port 65536 is invalid; allowed: a whole number from 1 to'],
  [liveness('{http: /a, headers: {a b: c}}'), 'probes.liveness.headers.a b is not a valid name; allowed: letters'],
  [liveness('{http: /a, headers: {a: "b\\nc"}}'), 'probes.liveness.headers.a "b\\nc" is invalid; allowed: a string of'],
  [liveness('{tcp: true, period: 500ms}'), 'probes.liveness.period "500ms" is a fraction of a second; allowed: whole'],
  [liveness('{tcp: true, timeout: 0s}'), 'probes.liveness.timeout "0s" is out of range; allowed: 1s to'],
  [liveness('{tcp: true, initialDelay: 1500ms}'), 'probes.liveness.initialDelay "1500ms" is a fraction of a second'],
  [liveness('{tcp: true, failureThreshold: 0}'), 'probes.liveness.failureThreshold 0 is invalid; allowed: a whole'],
  [
    liveness('{tcp: true, headers: {a: b}}'),
    'probes.liveness has a headers, and no probe that it goes with; allowed: headers with http',
  ],
  [
    liveness('{http: /a, service: b}'),
    'probes.liveness has a service, and no probe that it goes with; allowed: service with grpc',
  ],
  [
    liveness('{exec: [a], port: 1}'),
    'probes.liveness has a port, and no probe that it goes with; allowed: port with http, tcp, grpc',
  ],
  [
    liveness('{none: true, period: 1s}'),
    'probes.liveness has a period, and no probe that it goes with; allowed: period with http',
  ],
  [liveness('{tcp: true, successThreshold: 2}'), 'probes.liveness.successThreshold 2 is not that of a liveness probe'],
  [
    'probes: {startup: {tcp: true, successThreshold: 2}}',
    'probes.startup.successThreshold 2 is not that of a startup probe; allowed: 1',
  ],
])('%s is refused', (yaml, problem) => {
  expect(functionProblems(FUNCTION + yaml)).toEqual([expect.stringContaining(`functions/p/hello.yaml:3: ${problem}`)]);
});

test.each<[Partial<FunctionChartProps>, string, string]>([
  [
    { readinessProbe: true, probes: { readiness: Probe.tcp() } },
    'readinessProbe: true\nprobes: {readiness: {tcp: true}}',
    'probes.readiness is given beside readinessProbe; allowed: one of them',
  ],
  [
    { startupTimeout: seconds(9), probes: { startup: Probe.tcp({ failureThreshold: 9 }) } },
    'startupTimeout: 9s\nprobes: {startup: {tcp: true, failureThreshold: 9}}',
    'probes.startup.failureThreshold 9 is given beside startupTimeout; allowed: one of them',
  ],
  [
    { probes: { startup: Probe.tcp({ failureThreshold: 99, period: seconds(10) }) } },
    'probes: {startup: {tcp: true, failureThreshold: 99, period: 10s}}',
    'probes.startup.failureThreshold 99 lets a start take 990s, which is longer than a pod is kept for one request; allowed: at most 6m',
  ],
  [
    { probes: { liveness: Probe.http('up') } },
    'probes: {liveness: {http: up}}',
    'probes.liveness.http "up" is invalid; allowed: a path that starts with "/"',
  ],
])('at both doors: %j', (props, yaml, problem) => {
  expect(() => probesOf(props)).toThrow(`e/hello: ${problem}`);
  expect(functionProblems(FUNCTION + yaml)).toEqual([expect.stringContaining(problem)]);
});

test('of two layers each probe is that of the upper one, as a whole', () => {
  const files = {
    'environments/a.yaml': `${ENVIRONMENT}defaults: {probes: {liveness: {http: /up, period: 5s}, readiness: {tcp: true}}}\n`,
    'functions/p/f.yaml': `${FUNCTION}probes: {liveness: {tcp: true}, startup: {none: true}}`,
  };
  expect(load(files).environments[0].projects[0].functions[0].props.probes).toEqual({
    liveness: Probe.tcp(),
    readiness: Probe.tcp(),
    startup: Probe.none(),
  });
});
