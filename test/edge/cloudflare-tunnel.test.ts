import { Duration, Size } from 'cdk8s';
import { load } from 'js-yaml';
import { CLOUDFLARED_VERSION, CloudflareTunnel, type CloudflareTunnelProps, Cpu, TunnelMode, toFiles } from '../../lib';
import { addFunction, cluster, find, kinds, PROXY, TUNNEL_ID } from './synth';

const LOCAL = TunnelMode.local({ tunnelId: TUNNEL_ID });
const REMOTE = TunnelMode.remote({ tunnelId: TUNNEL_ID });
const SERVICE = `http://${PROXY}.keda.svc.cluster.local:8080`;
const ORIGIN = { connectTimeout: '30s', keepAliveTimeout: '1m30s', noHappyEyeballs: true };
const tunnel = (props: Partial<CloudflareTunnelProps> = {}, environment = cluster()) =>
  new CloudflareTunnel(environment, 'cloudflare', { mode: LOCAL, ...props });
const pod = (chart: CloudflareTunnel) => find(chart, 'Deployment').spec.template.spec;
const container = (chart: CloudflareTunnel) => pod(chart).containers[0];
const configOf = (chart: CloudflareTunnel) => load(find(chart, 'ConfigMap').data['config.yaml']);
const { seconds, millis, minutes } = Duration;

describe('local', () => {
  test('the configuration file, with its defaults', () => {
    expect(configOf(tunnel())).toEqual({
      tunnel: TUNNEL_ID,
      'credentials-file': '/etc/cloudflared/secret/credentials.json',
      ingress: [{ hostname: '*.fn.test', service: SERVICE, originRequest: ORIGIN }, { service: 'http_status:404' }],
    });
  });

  test('the pods read the file and the Secret where the configuration says', () => {
    const { volumes } = pod(tunnel());
    expect(container(tunnel()).args).toEqual([
      ...['tunnel', '--no-autoupdate', '--metrics', '0.0.0.0:2000', '--grace-period', '30s'],
      ...['--config', '/etc/cloudflared/config/config.yaml', 'run'],
    ]);
    expect(container(tunnel()).volumeMounts).toEqual([
      { name: 'config', mountPath: '/etc/cloudflared/config', readOnly: true },
      { name: 'secret', mountPath: '/etc/cloudflared/secret', readOnly: true },
    ]);
    expect(container(tunnel()).env).toBeUndefined();
    expect(volumes).toEqual([
      { name: 'config', configMap: { name: 'cloudflared' } },
      {
        name: 'secret',
        secret: {
          secretName: 'tunnel-credentials',
          defaultMode: 0o440,
          items: [{ key: 'credentials.json', path: 'credentials.json' }],
        },
      },
    ]);
    const mode = TunnelMode.local({ tunnelId: TUNNEL_ID, secretName: 'mine', secretKey: 'x.json' });
    expect(pod(tunnel({ mode })).volumes[1].secret).toMatchObject({
      secretName: 'mine',
      items: [{ key: 'x.json', path: 'credentials.json' }],
    });
  });

  test('another configuration rolls the pods, another replica count does not change the checksum', () => {
    const checksum = (props: Partial<CloudflareTunnelProps>) =>
      find(tunnel(props), 'Deployment').spec.template.metadata.annotations['checksum/config'];
    expect(checksum({})).toMatch(/^[0-9a-f]{64}$/);
    expect(checksum({ replicas: 3 })).toBe(checksum({}));
    expect(checksum({ hosts: ['a.test'] })).not.toBe(checksum({}));
    const environment = cluster();
    const chart = tunnel({}, environment);
    addFunction(environment, 'late', { hosts: ['late.example.com'] });
    expect(find(chart, 'Deployment').spec.template.metadata.annotations['checksum/config']).not.toBe(checksum({}));
  });

  test('a setting of the origin leaves the others', () => {
    expect(configOf(tunnel({ origin: { connectTimeout: undefined, tlsTimeout: seconds(1) } }))).toMatchObject({
      ingress: [{ originRequest: { ...ORIGIN, tlsTimeout: '1s' } }, {}],
    });
    expect(tunnel().remoteConfigJson).toBeUndefined();
  });
});

describe('remote', () => {
  const origin = { tlsTimeout: minutes(1), tcpKeepAlive: millis(2000), keepAliveConnections: 7 };

  test('the rules are JSON for the API, in whole seconds', () => {
    const chart = tunnel({ mode: REMOTE, origin, hosts: ['a.test'] });
    const body = find(chart, 'ConfigMap').data['config.json'];
    expect(JSON.parse(body)).toEqual({
      config: {
        ingress: [
          {
            hostname: 'a.test',
            service: SERVICE,
            originRequest: {
              connectTimeout: 30,
              keepAliveTimeout: 90,
              noHappyEyeballs: true,
              tlsTimeout: 60,
              tcpKeepAlive: 2,
              keepAliveConnections: 7,
            },
          },
          { service: 'http_status:404' },
        ],
      },
    });
    expect(chart.remoteConfigJson).toBe(body);
    expect(find(chart, 'ConfigMap').metadata.name).toBe('cloudflared-remote');
  });

  test('the pods have the token and no file', () => {
    const chart = tunnel({ mode: TunnelMode.remote({ tunnelId: TUNNEL_ID, secretName: 's', secretKey: 'k' }) });
    expect(container(chart).args).toEqual([
      ...['tunnel', '--no-autoupdate', '--metrics', '0.0.0.0:2000', '--grace-period', '30s', 'run'],
    ]);
    expect(container(chart).env).toEqual([
      { name: 'TUNNEL_TOKEN', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } },
    ]);
    expect(container(chart).volumeMounts).toBeUndefined();
    expect(pod(chart).volumes).toBeUndefined();
    expect(find(chart, 'Deployment').spec.template.metadata.annotations).toBeUndefined();
    expect(container(tunnel({ mode: REMOTE })).env[0].valueFrom.secretKeyRef).toEqual({
      name: 'tunnel-token',
      key: 'token',
    });
  });
});

describe('workload', () => {
  test('under the restricted standard, in a namespace that enforces it', () => {
    const chart = tunnel();
    expect(find(chart, 'Namespace').metadata).toEqual({
      name: 'cloudflared',
      labels: {
        'pod-security.kubernetes.io/enforce': 'restricted',
        'pod-security.kubernetes.io/warn': 'restricted',
        'pod-security.kubernetes.io/audit': 'restricted',
      },
    });
    expect(pod(chart)).toMatchObject({
      automountServiceAccountToken: false,
      terminationGracePeriodSeconds: 35,
      securityContext: { runAsNonRoot: true, runAsUser: 65532, seccompProfile: { type: 'RuntimeDefault' } },
    });
    expect(container(chart)).toMatchObject({
      image: `cloudflare/cloudflared:${CLOUDFLARED_VERSION}`,
      imagePullPolicy: 'IfNotPresent',
      ports: [{ name: 'metrics', containerPort: 2000 }],
      readinessProbe: { httpGet: { path: '/ready', port: 'metrics' }, failureThreshold: 3 },
      livenessProbe: { httpGet: { path: '/healthcheck', port: 'metrics' }, failureThreshold: 6 },
      resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '256Mi' } },
      securityContext: {
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'] },
        readOnlyRootFilesystem: true,
      },
    });
  });

  test('two pods on two nodes, of which one stays', () => {
    const chart = tunnel();
    const { replicas, selector, template } = find(chart, 'Deployment').spec;
    expect(replicas).toBe(2);
    expect(template.metadata.labels).toEqual(selector.matchLabels);
    expect(template.spec.topologySpreadConstraints).toEqual([
      {
        maxSkew: 1,
        topologyKey: 'kubernetes.io/hostname',
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: selector,
      },
    ]);
    expect(find(chart, 'PodDisruptionBudget').spec).toEqual({ selector, maxUnavailable: 1 });
    const single = tunnel({ replicas: 1 });
    expect(kinds(single)).not.toContain('PodDisruptionBudget');
    expect(pod(single).topologySpreadConstraints).toBeUndefined();
  });

  test('every other setting', () => {
    const chart = tunnel({
      namespace: 'edge',
      createNamespace: false,
      name: 'functions-tunnel',
      kedaNamespace: 'scaling',
      image: 'mirror.test/cloudflared:1',
      resources: { cpuRequest: Cpu.millis(10), cpuLimit: Cpu.cores(1), memoryLimit: Size.mebibytes(99) },
      gracePeriod: minutes(2),
    });
    expect(kinds(chart)).toEqual(['ConfigMap', 'Deployment', 'NetworkPolicy', 'PodDisruptionBudget']);
    for (const kind of kinds(chart)) {
      expect(find(chart, kind).metadata).toMatchObject({ name: 'functions-tunnel', namespace: 'edge' });
    }
    expect(find(chart, 'Deployment').spec.selector.matchLabels['app.kubernetes.io/instance']).toBe('functions-tunnel');
    expect(chart.namespaceName).toBe('edge');
    expect(configOf(chart)).toMatchObject({
      ingress: [{ service: `http://${PROXY}.scaling.svc.cluster.local:8080` }, {}],
    });
    expect(container(chart)).toMatchObject({
      image: 'mirror.test/cloudflared:1',
      resources: { requests: { cpu: '10m' }, limits: { cpu: '1', memory: '99Mi' } },
    });
    expect(container(chart).args).toContain('120s');
    expect(pod(chart).terminationGracePeriodSeconds).toBe(125);
  });

  test('the network leads to DNS, the interceptor and Cloudflare only', () => {
    const chart = tunnel({ kedaNamespace: 'scaling', createNamespace: false });
    const { podSelector, policyTypes, ingress, egress } = find(chart, 'NetworkPolicy').spec;
    expect(podSelector).toEqual(find(tunnel(), 'Deployment').spec.selector);
    expect(policyTypes).toEqual(['Ingress', 'Egress']);
    expect(ingress).toEqual([{ ports: [{ port: 'metrics', protocol: 'TCP' }] }]);
    expect(egress).toEqual([
      {
        ports: [
          { port: 53, protocol: 'UDP' },
          { port: 53, protocol: 'TCP' },
        ],
      },
      {
        to: [
          {
            namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'scaling' } },
            podSelector: {
              matchLabels: { 'app.kubernetes.io/name': 'http-add-on', 'app.kubernetes.io/component': 'interceptor' },
            },
          },
        ],
        ports: [{ port: 8080, protocol: 'TCP' }],
      },
      {
        to: [
          { ipBlock: { cidr: '0.0.0.0/0', except: expect.arrayContaining(['10.0.0.0/8', '169.254.0.0/16']) } },
          { ipBlock: { cidr: '::/0', except: expect.arrayContaining(['fc00::/7']) } },
        ],
        ports: [
          { port: 7844, protocol: 'UDP' },
          { port: 7844, protocol: 'TCP' },
          { port: 443, protocol: 'TCP' },
        ],
      },
    ]);
    expect(kinds(tunnel({ networkPolicy: false }))).not.toContain('NetworkPolicy');
  });

  test('its file, with the namespace first', () => {
    const environment = cluster();
    tunnel({}, environment);
    const [path, text] = Object.entries(toFiles(environment.node.root as never))[0];
    expect(path).toBe('production/cloudflare.yaml');
    expect([...text.matchAll(/^kind: (.*)$/gm)].map(([, kind]) => kind)).toEqual([
      ...['Namespace', 'NetworkPolicy', 'NetworkPolicy', 'ConfigMap', 'Deployment', 'PodDisruptionBudget'],
    ]);
  });
});

const bad = (props: Partial<CloudflareTunnelProps>) => props;
const id = (tunnelId: string) => bad({ mode: TunnelMode.local({ tunnelId }) });
const remoteOrigin = (origin: CloudflareTunnelProps['origin']) => bad({ mode: REMOTE, origin });

test.each([
  [
    'no UUID',
    id('my-tunnel'),
    'mode.local.tunnelId "my-tunnel" is invalid; allowed: the UUID of a tunnel, 8-4-4-4-12 hex digits in lower case',
  ],
  [
    'a UUID in upper case',
    id(TUNNEL_ID.toUpperCase()),
    'mode.local.tunnelId "F70FF985-A4EF-4643-BBBC-4A0ED4FC8415" is invalid; allowed: lower case, "f70ff985-a4ef-4643-bbbc-4a0ed4fc8415"',
  ],
  ['a short UUID', bad({ mode: TunnelMode.remote({ tunnelId: TUNNEL_ID.slice(1) }) }), 'remote.tunnelId "70ff'],
  [
    'Secret name',
    bad({ mode: TunnelMode.local({ tunnelId: TUNNEL_ID, secretName: 'a b' }) }),
    'mode.local.secretName "a b" is not the name of an object; allowed: a-z, 0-9 and "-", in parts joined by "."',
  ],
  [
    'Secret key',
    bad({ mode: TunnelMode.remote({ tunnelId: TUNNEL_ID, secretKey: 'a/b' }) }),
    'mode.remote.secretKey "a/b" is invalid; allowed: letters, digits, "-", "_" and "."',
  ],
  ['a port in a host', bad({ hosts: ['a.test', 'b.test:80'] }), 'hosts[1] "b.test:80" is not a host name; allowed:'],
  ['a wildcard within a host', bad({ hosts: ['a.*.test'] }), 'hosts[0] "a.*.test" is not a host name; allowed:'],
  ['two wildcards', bad({ hosts: ['*.*.test'] }), 'hosts[0] "*.*.test" is not a host name; allowed:'],
  [
    'a wildcard that is part of a label',
    bad({ hosts: ['*a.test'] }),
    'hosts[0] "*a.test" is not a host name; allowed:',
  ],
  ['a catch-all that is not the last rule', bad({ hosts: ['*'] }), 'hosts[0] "*" is not a host name; allowed:'],
  ['no host', bad({ hosts: [] }), 'hosts [] is invalid; allowed: a list that is not empty, each item once'],
  [
    'a fraction of a second in JSON',
    remoteOrigin({ connectTimeout: millis(1500) }),
    'origin.connectTimeout "1500ms" is a fraction of a second',
  ],
  ['the same for TLS', remoteOrigin({ tlsTimeout: millis(1) }), 'origin.tlsTimeout "1ms" is a fraction of a second'],
  [
    'the same for TCP',
    remoteOrigin({ tcpKeepAlive: millis(1) }),
    'origin.tcpKeepAlive "1ms" is a fraction of a second',
  ],
  [
    'the same for idle',
    remoteOrigin({ keepAliveTimeout: millis(1) }),
    'origin.keepAliveTimeout "1ms" is a fraction of a second',
  ],
  [
    'no limit to open a connection',
    bad({ origin: { connectTimeout: seconds(0) } }),
    'origin.connectTimeout "0s" is out of range; allowed: 1ms to 2147483647s',
  ],
  [
    'no limit of a TLS handshake in JSON',
    remoteOrigin({ tlsTimeout: seconds(0) }),
    'origin.tlsTimeout "0s" is out of range; allowed: 1ms to 2147483647s',
  ],
  [
    'seconds beyond int32 in JSON',
    remoteOrigin({ keepAliveTimeout: seconds(2 ** 31) }),
    'origin.keepAliveTimeout "2147483648s" is out of range; allowed: 0s to 2147483647s',
  ],
  [
    'a duration beyond Go',
    bad({ origin: { tcpKeepAlive: seconds(1e13) } }),
    'origin.tcpKeepAlive "10000000000000s" is invalid; allowed: a duration such as 500ms, 30s, 5m or 1h',
  ],
  [
    'no idle connection',
    bad({ origin: { keepAliveConnections: 0 } }),
    'origin.keepAliveConnections 0 is invalid; allowed: a whole number from 1 to 2147483647',
  ],
  ['moving image', bad({ image: 'cloudflare/cloudflared:latest' }), 'is not pinned; allowed: name:tag'],
  ['no pod', bad({ replicas: 0 }), 'replicas 0 is invalid; allowed: a whole number from 1 to 2147483647'],
  ['no grace', bad({ gracePeriod: seconds(0) }), 'gracePeriod "0s" is out of range; allowed: 1s to 3m'],
  ['much grace', bad({ gracePeriod: minutes(4) }), 'gracePeriod "4m" is out of range; allowed: 1s to 3m'],
  ['part of a second of grace', bad({ gracePeriod: millis(500) }), 'gracePeriod "500ms" is a fraction of a second'],
  ['namespace', bad({ namespace: 'A' }), 'namespace "A" is not a DNS label; allowed:'],
  ['name', bad({ name: 'a.b' }), 'name "a.b" is not a DNS label; allowed:'],
  ['zone', bad({ zone: '*.a' }), 'zone "*.a" is not a host name; allowed:'],
  [
    'request above limit',
    bad({ resources: { cpuRequest: Cpu.cores(1), cpuLimit: Cpu.millis(1) } }),
    'resources.cpuRequest "1" is above cpuLimit; allowed: at most 1m',
  ],
])('refused: %s', (_, props, message) => {
  expect(() => tunnel(props)).toThrow(message);
  expect(() => tunnel(props)).toThrow(/^production\/cloudflare: .*; allowed: /);
});
