import { App, Duration } from 'cdk8s';
import { type CloudflareTunnelProps, Edge, Environment, TunnelMode } from '../../lib';
import { originOf } from '../../lib/edge/tunnel-rules';
import { TUNNEL_ID } from './synth';

const service = 'http://a.b.svc';

function edge(props: Partial<CloudflareTunnelProps>, mode = TunnelMode.local({ tunnelId: TUNNEL_ID })): App {
  const app = new App();
  new Edge(new Environment(app, 'e', { domain: 'fn.test' }), 'edge', { cloudflare: { mode, ...props } });
  return app;
}
const render = (props: Partial<CloudflareTunnelProps>) => edge(props).charts.flatMap((chart) => chart.toJson());

const REFUSED: [props: Partial<CloudflareTunnelProps>, message: string][] = [
  [{ rules: [{ service }] }, 'rules[0] takes every request; allowed: a hostname, a path, or both'],
  [
    { rules: [{ hostname: 'a.test', service: 'http://a.test/path' }] },
    'rules[0].service "http://a.test/path" is invalid; allowed: <scheme>://<host>[:<port>], or http_status:<code>',
  ],
  [{ rules: [{ hostname: 'a.test', service: 'bastion' }] }, 'rules[0].service "bastion" is invalid'],
  [{ rules: [{ hostname: 'a.*.test', service }] }, 'rules[0].hostname "a.*.test" is not a host name'],
  [{ rules: [{ path: '(', service }] }, 'rules[0].path "(" is not a regular expression of Go; allowed: such as'],
  [{ rules: [{ path: '(?!a)', service }] }, 'rules[0].path "(?!a)" is not a regular expression of Go: it looks around'],
  [{ rules: [{ path: '(a)\\1', service }] }, 'is not a regular expression of Go: it looks around or back'],
  [{ region: 'US' }, 'region "US" is invalid; allowed: lower case, "us"'],
  [{ extraArgs: ['-v'] }, 'extraArgs[0] "-v" is invalid; allowed: --flag or --flag=value'],
  [{ extraArgs: ['--loglevel=debug'] }, 'extraArgs[0] "--loglevel=debug" is taken: it carries the setting logLevel'],
  [{ extraArgs: ['--grace-period=1s'] }, 'is taken: it carries the setting gracePeriod; allowed: gracePeriod'],
  [{ extraArgs: ['--metrics=:1'] }, 'is fixed: it is set, or would take the tunnel from its settings; allowed: other'],
  [{ extraArgs: ['--token=x'] }, 'extraArgs[0] "--token=x" is fixed'],
  [{ extraArgs: ['--url=http://a'] }, 'extraArgs[0] "--url=http://a" is fixed'],
];

test.each(REFUSED)('%j is refused', (props, message) => {
  expect(() => edge(props)).toThrow(message);
});

test.each(['^/api/(?P<version>v[0-9]+)/', '(?i)\\.PNG$', '\\A/x\\z', '(?i:a)b'])(
  '%s is an expression of Go',
  (path) => {
    expect(() => edge({ rules: [{ path, service }] })).not.toThrow();
  },
);

test('a remote tunnel takes whole seconds, of own rules too', () => {
  const rules = [{ hostname: 'a.test', service, origin: { tlsTimeout: Duration.millis(1500) } }];
  expect(() => edge({ rules }, TunnelMode.remote({ tunnelId: TUNNEL_ID }))).toThrow(
    'rules[0].origin.tlsTimeout "1500ms" is a fraction of a second; allowed: whole seconds',
  );
  expect(() => edge({ rules })).not.toThrow();
});

test('a remote tunnel has own rules in its body, before those of the functions', () => {
  const rules = [{ hostname: 'a.test', service: 'http_status:410' }];
  const { cloudflare } = edge({ rules }, TunnelMode.remote({ tunnelId: TUNNEL_ID }))
    .node.findAll()
    .find((construct): construct is Edge => construct instanceof Edge && construct.cloudflare !== undefined)!;
  const { ingress } = JSON.parse(cloudflare!.remoteConfigJson!).config;
  expect(ingress.map(({ hostname, service }: { hostname?: string; service: string }) => [hostname, service])).toEqual([
    ['a.test', 'http_status:410'],
    ['*.fn.test', expect.stringContaining('interceptor-proxy')],
    [undefined, 'http_status:404'],
  ]);
});

test.each([
  ['*.fn.test', '*.fn.test'],
  ['*.test', '*.fn.test'],
])('%s would take every request of a function', (hostname, host) => {
  expect(() => render({ rules: [{ hostname, service }] })).toThrow(
    `rules[0].hostname "${hostname}" takes every request of "${host}"; allowed: a path, or other hosts`,
  );
});

test.each([
  { hostname: 'status.fn.test', service },
  { hostname: '*.fn.test', path: '^/\\.well-known/', service },
  { hostname: '*.n.test', service },
])('%j takes some, or none', (rule) => {
  expect(() => render({ rules: [rule] })).not.toThrow();
});

test.each([
  ['http://a.b.svc', { to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'b' } } }] }],
  [
    'tcp://pod-0.a.b.svc.cluster.local:5432',
    { to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'b' } } }] },
  ],
  ['http://beside:80', { to: [{ podSelector: {} }] }],
  ['ssh://bastion.corp.test', { ports: [{ port: 22, protocol: 'TCP' }] }],
  [
    'https://[2001:db8::1]',
    { to: [{ ipBlock: { cidr: '2001:db8::1/128' } }], ports: [{ port: 443, protocol: 'TCP' }] },
  ],
])('the pods reach %s', (service, egress) => {
  const policy = render({ rules: [{ hostname: 'a.test', service }] }).find(({ kind }) => kind === 'NetworkPolicy');
  expect(policy.spec.egress.slice(3)).toEqual([egress]);
});

test('an answer of cloudflared itself is not on the network', () => {
  expect(originOf('http_status:503')).toBeUndefined();
  const policy = render({ rules: [{ path: '^/x$', service: 'http_status:503' }] }).find(
    ({ kind }) => kind === 'NetworkPolicy',
  );
  expect(policy.spec.egress).toHaveLength(3);
});

test('the flags of run stand behind it, where cloudflared looks for them', () => {
  const { args } = render({ extraArgs: ['--features=a', '--retries=3'] }).find(({ kind }) => kind === 'Deployment').spec
    .template.spec.containers[0];
  expect(args.slice(-3)).toEqual(['--retries=3', 'run', '--features=a']);
});
