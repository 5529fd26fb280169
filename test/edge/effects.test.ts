import { App, Duration, Size } from 'cdk8s';
import {
  Cpu,
  Edge,
  EdgeIpVersion,
  type EdgeProps,
  Environment,
  ExternalDns,
  KedaPlatform,
  TolerationOperator,
  TunnelLogLevel,
  TunnelMode,
  TunnelProtocol,
} from '../../lib';
import { CLOUDFLARE } from '../../lib/edge/cloudflare-fields';
import { DNS, GATEWAY, INGRESS } from '../../lib/edge/fields';
import { load } from '../catalog/folder';
import { type Effect, proveEffects } from '../effects';
import { PROXY, TUNNEL_ID } from './synth';

// a level below the zone, so that a tunnel warns of its certificate
const DOMAIN = 'fn.corp.test';
const contains = expect.stringContaining;
const one = (given: object, at: object): Effect[] => [{ given, at: { ...at } }];

function build(props: EdgeProps): App {
  const app = new App();
  const environment = new Environment(app, 'e', { domain: DOMAIN });
  // whose interceptor lets the controller in
  if ((props.gateway ?? props.ingress)?.controllerNamespace) new KedaPlatform(environment, 'keda');
  new Edge(environment, 'edge', props);
  return app;
}
const catalog = (edge: object) =>
  load({ 'environments/e.yaml': JSON.stringify({ domain: DOMAIN, edge }) }).environments[0].edge!;

const CONFIG = 'ConfigMap/data/config.yaml';
const POD = 'Deployment/spec/template/spec';
const CONTAINER = `${POD}/containers/0`;
/** A command line that ends so. */
const ends = (...args: string[]) => ({
  asymmetricMatch: (line: string[]) => line.slice(-args.length).join(' ') === args.join(' '),
});
/** What the interceptor lets in, after its scaler. */
const LETS_IN = {
  'NetworkPolicy keda-add-ons-http-interceptor/spec/ingress/1': {
    from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'edge' } } }],
    ports: [{ port: 8080, protocol: 'TCP' }],
  },
};
const tunnelId = 'a70ff985-a4ef-4643-bbbc-4a0ed4fc8415';
const local = { tunnelId: TUNNEL_ID };

describe('cloudflare', () => {
  proveEffects(
    CLOUDFLARE,
    {
      'mode.tunnelId': [
        ...one({ mode: TunnelMode.local({ tunnelId }) }, { [CONFIG]: contains(`tunnel: ${tunnelId}`) }),
        ...one(
          { mode: TunnelMode.remote({ tunnelId }) },
          { [CONFIG]: undefined, 'ConfigMap/data/config.json': contains('ingress') },
        ),
      ],
      'mode.secretName': one(
        { mode: TunnelMode.local({ ...local, secretName: 's' }) },
        { [`${POD}/volumes/secret/secret/secretName`]: 's' },
      ),
      'mode.secretKey': one(
        { mode: TunnelMode.local({ ...local, secretKey: 'k' }) },
        { [`${POD}/volumes/secret/secret/items/0/key`]: 'k' },
      ),
      hosts: one({ hosts: ['a.test'] }, { [CONFIG]: contains('hostname: a.test') }),
      kedaNamespace: one({ kedaNamespace: 'scaling' }, { [CONFIG]: contains(`${PROXY}.scaling.svc`) }),
      'origin.connectTimeout': one(
        { origin: { connectTimeout: Duration.millis(1500) } },
        { [CONFIG]: contains('connectTimeout: "1.5s"') },
      ),
      'origin.tlsTimeout': one(
        { origin: { tlsTimeout: Duration.seconds(5) } },
        { [CONFIG]: contains('tlsTimeout: 5s') },
      ),
      'origin.tcpKeepAlive': one(
        { origin: { tcpKeepAlive: Duration.minutes(1) } },
        { [CONFIG]: contains('tcpKeepAlive: 1m0s') },
      ),
      'origin.keepAliveTimeout': one(
        { origin: { keepAliveTimeout: Duration.seconds(45) } },
        { [CONFIG]: contains('keepAliveTimeout: 45s') },
      ),
      'origin.keepAliveConnections': one(
        { origin: { keepAliveConnections: 200 } },
        { [CONFIG]: contains('keepAliveConnections: 200') },
      ),
      'origin.noHappyEyeballs': one(
        { origin: { noHappyEyeballs: false } },
        { [CONFIG]: contains('noHappyEyeballs: false') },
      ),
      namespace: one(
        { namespace: 'edge' },
        { 'Deployment/metadata/namespace': 'edge', 'Namespace/metadata/name': 'edge' },
      ),
      createNamespace: one({ createNamespace: false }, { Namespace: undefined }),
      name: one(
        { name: 'second' },
        {
          'Deployment/metadata/name': 'second',
          'Deployment/spec/selector/matchLabels/app.kubernetes.io~1instance': 'second',
        },
      ),
      image: one({ image: 'mirror.test/cloudflared:1' }, { [`${CONTAINER}/image`]: 'mirror.test/cloudflared:1' }),
      replicas: one({ replicas: 3 }, { 'Deployment/spec/replicas': 3 }),
      'resources.cpuRequest': one(
        { resources: { cpuRequest: Cpu.millis(10) } },
        { [`${CONTAINER}/resources/requests/cpu`]: '10m' },
      ),
      'resources.cpuLimit': one(
        { resources: { cpuLimit: Cpu.cores(1) } },
        { [`${CONTAINER}/resources/limits/cpu`]: '1' },
      ),
      'resources.memoryRequest': one(
        { resources: { memoryRequest: Size.mebibytes(99) } },
        { [`${CONTAINER}/resources/requests/memory`]: '99Mi' },
      ),
      'resources.memoryLimit': one(
        { resources: { memoryLimit: Size.mebibytes(99) } },
        { [`${CONTAINER}/resources/limits/memory`]: '99Mi' },
      ),
      gracePeriod: one(
        { gracePeriod: Duration.minutes(2) },
        { [`${CONTAINER}/args`]: expect.arrayContaining(['120s']), [`${POD}/terminationGracePeriodSeconds`]: 125 },
      ),
      nodeSelector: one(
        { nodeSelector: { disk: 'ssd' } },
        { [`${POD}/nodeSelector`]: { 'kubernetes.io/os': 'linux', disk: 'ssd' } },
      ),
      tolerations: one(
        { tolerations: [{ key: 'edge', operator: TolerationOperator.EXISTS }] },
        { [`${POD}/tolerations`]: [{ key: 'edge', operator: 'Exists' }] },
      ),
      priorityClassName: one({ priorityClassName: 'high' }, { [`${POD}/priorityClassName`]: 'high' }),
      runtimeClassName: one({ runtimeClassName: 'gvisor' }, { [`${POD}/runtimeClassName`]: 'gvisor' }),
      imagePullSecrets: one({ imagePullSecrets: ['mirror'] }, { [`${POD}/imagePullSecrets`]: [{ name: 'mirror' }] }),
      caConfigMaps: one(
        { caConfigMaps: ['corporate'] },
        {
          [`${POD}/volumes/ca-0/configMap/name`]: 'corporate',
          [`${CONTAINER}/volumeMounts/ca-0/mountPath`]: '/custom/ca/0',
          [`${CONTAINER}/env/SSL_CERT_DIR/value`]: '/custom/ca/0',
        },
      ),
      caSecrets: one({ caSecrets: ['internal'] }, { [`${POD}/volumes/ca-0/secret/secretName`]: 'internal' }),
      protocol: one({ protocol: TunnelProtocol.HTTP2 }, { [`${CONTAINER}/args`]: ends('run', '--protocol', 'http2') }),
      edgeIpVersion: one(
        { edgeIpVersion: EdgeIpVersion.IPV6 },
        { [`${CONTAINER}/args`]: ends('--edge-ip-version', '6', 'run') },
      ),
      region: one({ region: 'us' }, { [`${CONTAINER}/args`]: ends('--region', 'us', 'run') }),
      logLevel: one({ logLevel: TunnelLogLevel.WARN }, { [`${CONTAINER}/args`]: ends('--loglevel', 'warn', 'run') }),
      extraArgs: one(
        { extraArgs: ['--retries=9', '--post-quantum'] },
        { [`${CONTAINER}/args`]: ends('--retries=9', 'run', '--post-quantum') },
      ),
      rules: [
        ...one(
          { rules: [{ hostname: 'grafana.test', path: '^/d/', service: 'http://grafana.monitoring.svc:3000' }] },
          {
            [CONFIG]: contains(
              'ingress:\n  - hostname: grafana.test\n    path: ^/d/\n    service: http://grafana.monitoring.svc:3000\n    originRequest:\n      connectTimeout: 30s',
            ),
            'NetworkPolicy cloudflared/spec/egress/3': {
              to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } } }],
            },
          },
        ),
        ...one(
          {
            rules: [
              {
                hostname: 'a.test',
                service: 'https://10.0.0.1:8443',
                origin: {
                  httpHostHeader: 'b.test',
                  originServerName: 'c.test',
                  noTlsVerify: true,
                  http2Origin: true,
                  disableChunkedEncoding: true,
                },
              },
            ],
          },
          {
            [CONFIG]: contains(
              'httpHostHeader: b.test\n      originServerName: c.test\n      noTLSVerify: true\n      http2Origin: true\n      disableChunkedEncoding: true',
            ),
            'NetworkPolicy cloudflared/spec/egress/3': {
              to: [{ ipBlock: { cidr: '10.0.0.1/32' } }],
              ports: [{ port: 8443, protocol: 'TCP' }],
            },
          },
        ),
      ],
      networkPolicy: one({ networkPolicy: false }, { NetworkPolicy: undefined }),
      zone: one({ zone: DOMAIN }, { warnings: [] }),
      advancedCertificate: one({ advancedCertificate: true }, { warnings: [] }),
    },
    {
      build: (props) => build({ cloudflare: { mode: TunnelMode.local(local), ...props } }),
      load: (settings) => catalog({ cloudflare: 'remote' in settings ? settings : { local, ...settings } }).cloudflare!,
    },
  );
});

const ROUTE = 'HTTPRoute/spec';
const parentRefs = [{ name: 'g' }];

describe('gateway', () => {
  proveEffects(
    GATEWAY,
    {
      hosts: one({ hosts: ['b.test', 'a.test'] }, { [`${ROUTE}/hostnames`]: ['a.test', 'b.test'] }),
      kedaNamespace: one({ kedaNamespace: 'scaling' }, { 'HTTPRoute/metadata/namespace': 'scaling' }),
      controllerNamespace: one({ controllerNamespace: 'edge' }, LETS_IN),
      parentRefs: one(
        { parentRefs: [{ name: 'public', namespace: 'gateways', sectionName: 'https', port: 443 }] },
        { [`${ROUTE}/parentRefs`]: [{ name: 'public', namespace: 'gateways', sectionName: 'https', port: 443 }] },
      ),
      namespace: one(
        { namespace: 'routes' },
        { 'HTTPRoute/metadata/namespace': 'routes', 'ReferenceGrant/spec/from/0/namespace': 'routes' },
      ),
      name: one({ name: 'fns' }, { 'HTTPRoute/metadata/name': 'fns' }),
      requestTimeout: one({ requestTimeout: Duration.seconds(150) }, { [`${ROUTE}/rules/0/timeouts/request`]: '150s' }),
      splits: one(
        { splits: [{ host: 'a.test', header: 'X-Version', weights: { v2: 10 } }] },
        { 'HTTPRoute functions-a.test/spec/rules/1/backendRefs/1/weight': 10 },
      ),
    },
    {
      build: (props) => build({ gateway: { parentRefs, ...props } }),
      load: (settings) => catalog({ gateway: { parentRefs, ...settings } }).gateway!,
    },
  );
});

describe('ingress', () => {
  const annotations = { 'nginx.ingress.kubernetes.io/proxy-read-timeout': '90' };
  proveEffects(
    INGRESS,
    {
      hosts: one({ hosts: ['a.test'] }, { 'Ingress/spec/rules/0/host': 'a.test' }),
      kedaNamespace: one({ kedaNamespace: 'scaling' }, { 'Ingress/metadata/namespace': 'scaling' }),
      controllerNamespace: one({ controllerNamespace: 'edge' }, LETS_IN),
      className: one({ className: 'nginx' }, { 'Ingress/spec/ingressClassName': 'nginx' }),
      tlsSecret: one({ tlsSecret: 'tls' }, { 'Ingress/spec/tls': [{ hosts: [`*.${DOMAIN}`], secretName: 'tls' }] }),
      annotations: one({ annotations }, { 'Ingress/metadata/annotations': annotations }),
      name: one({ name: 'fns' }, { 'Ingress/metadata/name': 'fns' }),
    },
    { build: (ingress) => build({ ingress }), load: (ingress) => catalog({ ingress }).ingress! },
  );
});

describe('dns', () => {
  const ENDPOINT = 'DNSEndpoint/spec/endpoints/0';
  const gateway = { parentRefs };
  const proxied = (name: string) => [{ name, value: 'true' }];
  proveEffects(
    DNS,
    {
      hosts: one({ hosts: ['a.test'] }, { [`${ENDPOINT}/dnsName`]: 'a.test' }),
      kedaNamespace: one({ kedaNamespace: 'scaling' }, { 'DNSEndpoint/metadata/namespace': 'scaling' }),
      target: one({ target: '192.0.2.1' }, { [`${ENDPOINT}/targets`]: ['192.0.2.1'], [`${ENDPOINT}/recordType`]: 'A' }),
      proxied: one(
        { proxied: true },
        { [`${ENDPOINT}/providerSpecific`]: proxied('external-dns.kubernetes.io/cloudflare-proxied') },
      ),
      ttl: one({ ttl: Duration.minutes(5) }, { [`${ENDPOINT}/recordTTL`]: 300 }),
      externalDns: one(
        { externalDns: ExternalDns.BEFORE_0_22, proxied: true },
        { [`${ENDPOINT}/providerSpecific`]: proxied('external-dns.alpha.kubernetes.io/cloudflare-proxied') },
      ),
      namespace: one({ namespace: 'dns' }, { 'DNSEndpoint/metadata/namespace': 'dns' }),
      name: one({ name: 'fns' }, { 'DNSEndpoint/metadata/name': 'fns' }),
    },
    {
      build: (props) => build({ gateway, dns: { target: 'lb.test', ...props } }),
      load: (settings) => catalog({ gateway, dns: { target: 'lb.test', ...settings } }).dns!,
    },
  );
});
