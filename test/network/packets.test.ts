import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'cdk8s';
import { loadAll } from 'js-yaml';
import {
  CloudflareTunnel,
  Egress,
  Environment,
  FunctionChart,
  KedaPlatform,
  ProjectChart,
  Runtime,
  TunnelMode,
} from '../../lib';
import { Flows } from '../../scripts/flows';
import { CAN_MAKE_NETWORKS, connect, podsOf } from './packets/machine';
import { type Manifest, rulesOf } from './packets/nftables';

// NetworkPolicies as rules of nftables, and packets that try them: every pod is a network of its own on this machine.

const NODE = '198.18.254.1';
const METADATA = '169.254.169.254';
const OUTSIDE = { name: 'addresses', address: '203.0.113.1' };
const other = (namespace: string): Manifest => ({
  metadata: { name: 'other pods', namespace, labels: { app: 'other' } },
  spec: { containers: [] },
  status: { phase: 'Running', podIP: '198.18.0.250' },
});

/** Of each target, such as `pay:8080`, whose packets come there. */
function reached(manifests: readonly Manifest[], targets: readonly string[], more: readonly Manifest[] = []) {
  const pods = [...podsOf(manifests), ...more];
  const names = [...new Set(pods.map(({ metadata }) => metadata.namespace))];
  const namespaces = names.map((name) => {
    const made = manifests.find(({ kind, metadata }) => kind === 'Namespace' && metadata.name === name);
    return { metadata: { name, labels: { ...made?.metadata.labels, 'kubernetes.io/metadata.name': name } } };
  });
  const policies = manifests.filter(({ kind }) => kind === 'NetworkPolicy');
  const rules = rulesOf({ nodes: [{ spec: { podCIDR: '198.18.0.0/24' } }], namespaces, pods, policies });
  const hosts = [...pods.map(({ metadata, status }) => ({ name: metadata.name, address: status.podIP })), OUTSIDE];
  const known: { [name: string]: string } = { node: NODE, metadata: METADATA };
  const addressOf = (target: string) => {
    const [name, port] = target.split(':');
    return `${known[name!] ?? hosts.find((host) => host.name === name)!.address}:${port}`;
  };
  const ends = connect(hosts, [NODE, METADATA], targets.map(addressOf), rules);
  const fromOf = (target: string) => {
    const there = hosts.filter(({ name }) => ends[name]![addressOf(target)] === 'there').map(({ name }) => name);
    return there.filter((name) => !target.startsWith(`${name}:`)).sort();
  };
  return Object.fromEntries(targets.map((target) => [target, fromOf(target)]));
}

const EDGE = 'cloudflared';
const [OPERATOR, METRICS_SERVER, WEBHOOKS] = [
  'keda-operator',
  'keda-operator-metrics-apiserver',
  'keda-admission-webhooks',
];
const [INTERCEPTOR, SCALER, ADD_ON] = [
  'keda-add-ons-http-interceptor',
  'keda-add-ons-http-external-scaler',
  'keda-add-ons-http-controller-manager',
];

function shop(): Manifest[] {
  const app = new App();
  const nodes = [`${NODE}/32`];
  const network = { nodeCidrs: nodes, apiServerCidrs: nodes };
  const environment = new Environment(app, 'e', { domain: 'fn.test', network });
  new KedaPlatform(environment, 'keda');
  const mode = TunnelMode.remote({ tunnelId: '11111111-2222-3333-4444-555555555555' });
  new CloudflareTunnel(environment, 'edge', { mode });
  for (const name of ['shop', 'bank']) new ProjectChart(environment, name, { name });
  const shared = { project: 'shop', runtime: Runtime.GO, image: 'a/b:1' };
  new FunctionChart(environment, 'pay', shared);
  new FunctionChart(environment, 'closed', { ...shared, egress: Egress.CLOSED });
  new FunctionChart(environment, 'cloud', { ...shared, egressTo: [{ cidr: `${METADATA}/32`, ports: [80] }] });
  new FunctionChart(environment, 'ask', { ...shared, project: 'bank' });
  return app.charts.filter(({ node }) => node.id !== 'crds').flatMap((chart) => chart.toJson());
}

const OPEN_TO: { readonly [target: string]: string[] } = {
  [`${INTERCEPTOR}:8080`]: [EDGE, 'fn-ask', 'fn-cloud', 'fn-pay'],
  [`${INTERCEPTOR}:9090`]: [SCALER!],
  [`${SCALER}:9090`]: [OPERATOR!],
  [`${OPERATOR}:9666`]: [METRICS_SERVER!],
  [`${METRICS_SERVER}:6443`]: [],
  [`${WEBHOOKS}:9443`]: [],
  'fn-pay:8080': [INTERCEPTOR!],
  'fn-ask:8080': [INTERCEPTOR!],
  // what stands for the API server, a kubelet and a cloud's metadata is open to whom no policy is for
  'node:6443': ['addresses', ADD_ON!, SCALER!, INTERCEPTOR!, WEBHOOKS!, OPERATOR!, METRICS_SERVER!, 'other pods'],
  'node:10250': ['addresses', 'other pods'],
  'metadata:80': ['addresses', 'fn-cloud', 'other pods'],
};
const sorted = (table: typeof OPEN_TO) =>
  Object.fromEntries(Object.entries(table).map(([target, from]) => [target, [...from].sort()]));

const withNetworks = CAN_MAKE_NETWORKS ? describe : describe.skip;

withNetworks('packets (as root, with nft, ip and unshare)', () => {
  const manifests = shop();
  const targets = Object.keys(OPEN_TO);

  test('come to nobody but to whom they may', () => {
    expect(reached(manifests, targets, [other('elsewhere')])).toEqual(sorted(OPEN_TO));
  });

  test('come to everybody where there is no policy', () => {
    const open = manifests.filter(({ kind }) => kind !== 'NetworkPolicy');
    const all = reached(open, targets, [other('elsewhere')]);
    for (const target of targets) expect(all[target]!.length).toBeGreaterThanOrEqual(podsOf(manifests).length);
  });

  test('of the reference app go where the table of the docs says', () => {
    const dist = join(__dirname, '../../dist/production');
    const files = (readdirSync(dist, { recursive: true }) as string[]).filter((file) => file.endsWith('.yaml'));
    const all: Manifest[] = files.flatMap((file) => loadAll(readFileSync(join(dist, file), 'utf8')));
    const [first, ...rest] = all.filter(
      ({ kind, spec }) => kind === 'Deployment' && spec.template.spec.containers[0].name === 'function',
    );
    const app = all.filter((each) => !rest.includes(each));
    const name = (party: string) => (party === 'functions' ? first.metadata.name : party);
    const incoming = new Flows(all)
      .incoming()
      .map(({ to, port, from }) => [`${name(to)}:${port}`, from.map(name).sort()]);
    const table = Object.fromEntries(incoming);
    expect(reached(app, Object.keys(table), [other('elsewhere')])).toEqual(table);
  });
});
