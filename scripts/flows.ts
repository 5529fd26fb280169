// Who may call whom in a folder of manifests, as its NetworkPolicies say: the tables of docs/how-to/network.md.
import { BlockList, isIPv6 } from 'node:net';

// biome-ignore lint/suspicious/noExplicitAny: manifests of all kinds
type Manifest = any;

/** One end of a connection: pods, or an address that is none of a pod. */
interface Party {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: { readonly [key: string]: string };
  readonly address?: string;
  /** Named and numbered ports that pods listen on. */
  readonly ports: { readonly name?: string; readonly number: number; readonly protocol: string }[];
}

/** What no policy of the folder names. */
const ELSEWHERE: Party[] = [
  { name: 'other pods', namespace: 'elsewhere', labels: { app: 'other' }, ports: [] },
  { name: 'addresses', address: '203.0.113.1', ports: [] },
];

/** Where pods go that is not a pod of the folder. */
const PLACES: [string, Party, port: number][] = [
  ['DNS', { name: '', address: '203.0.113.53', ports: [] }, 53],
  ['API server', { name: '', address: '203.0.113.1', ports: [] }, 6443],
  ['other pods', { name: '', namespace: 'elsewhere', labels: {}, ports: [] }, 5432],
  ['Internet at 443', { name: '', address: '203.0.113.1', ports: [] }, 443],
  ['Internet', { name: '', address: '203.0.113.1', ports: [] }, 80],
  ['metadata addresses', { name: '', address: '169.254.169.254', ports: [] }, 80],
  ['metadata addresses', { name: '', address: 'fd00:ec2::254', ports: [] }, 80],
];

export class Flows {
  private readonly parties: Party[];
  private readonly namespaces: Map<string, { [key: string]: string }>;

  constructor(private readonly manifests: readonly Manifest[]) {
    const of = (kind: string) => manifests.filter((each) => each.kind === kind);
    this.namespaces = new Map(
      of('Namespace').map(({ metadata }) => [metadata.name, { ...metadata.labels, ...nameOf(metadata.name) }]),
    );
    const seen = new Set<string>();
    const calls = of('CronJob').map(({ metadata, spec }) => ({ metadata, spec: spec.jobTemplate.spec }));
    this.parties = [...of('Deployment'), ...calls].flatMap(({ metadata, spec: { template } }) => {
      const { containers } = template.spec;
      const name =
        { function: 'functions', call: 'scheduled calls', job: 'jobs' }[containers[0].name as string] ?? metadata.name;
      if (seen.has(name)) return [];
      seen.add(name);
      return [{ name, namespace: metadata.namespace, labels: template.metadata.labels, ports: portsOf(containers) }];
    });
  }

  /** Of each port that a pod listens on, who may call it. */
  public incoming(): { to: string; port: number; from: string[] }[] {
    return this.parties.flatMap((to) =>
      this.portsOf(to).map((port) => ({
        to: to.name,
        port,
        from: [...this.parties, ...ELSEWHERE]
          .filter((from) => from !== to && this.allows(from, to, port))
          .map(({ name }) => name),
      })),
    );
  }

  /** Of each pod, where it may go besides. */
  public outgoing(): { from: string; to: string[] }[] {
    return this.parties.map((from) => ({
      from: from.name,
      to: [...new Set(PLACES.filter(([, to, port]) => this.allows(from, to, port)).map(([name]) => name))],
    }));
  }

  /** What containers say that they listen on, and what a policy names beside it. */
  private portsOf(party: Party): number[] {
    const named = this.selecting(party, 'Ingress').flatMap(({ spec }) =>
      (spec.ingress ?? []).flatMap(({ ports = [] }: Manifest) => ports.map(({ port }: Manifest) => port)),
    );
    const numbers = [...party.ports.map(({ number }) => number), ...named.filter(Number.isInteger)];
    return [...new Set<number>(numbers)].sort((a, b) => a - b);
  }

  private allows(from: Party, to: Party, port: number): boolean {
    const ways = [
      [this.selecting(to, 'Ingress'), 'ingress', 'from', from],
      [this.selecting(from, 'Egress'), 'egress', 'to', to],
    ] as const;
    return ways.every(
      ([policies, direction, end, peer]) =>
        policies.length === 0 ||
        policies.some(({ metadata, spec }) =>
          (spec[direction] ?? []).some(
            (rule: Manifest) =>
              fitsPort(rule.ports, to, port) &&
              (!rule[end]?.length || rule[end].some((each: Manifest) => this.fits(each, peer, metadata.namespace))),
          ),
        ),
    );
  }

  private selecting({ namespace, labels = {} }: Party, type: string): Manifest[] {
    return this.manifests.filter(
      ({ kind, metadata, spec }) =>
        kind === 'NetworkPolicy' &&
        metadata.namespace === namespace &&
        spec.policyTypes.includes(type) &&
        matches(spec.podSelector, labels),
    );
  }

  private fits({ ipBlock, namespaceSelector, podSelector }: Manifest, party: Party, policyNamespace: string): boolean {
    if (ipBlock) return party.address !== undefined && within(party.address, ipBlock);
    if (party.namespace === undefined) return false;
    const labels = this.namespaces.get(party.namespace) ?? nameOf(party.namespace);
    const place = namespaceSelector ? matches(namespaceSelector, labels) : party.namespace === policyNamespace;
    return place && (!podSelector || matches(podSelector, party.labels ?? {}));
  }
}

const nameOf = (namespace: string) => ({ 'kubernetes.io/metadata.name': namespace });

function portsOf(containers: Manifest[]): Party['ports'] {
  return containers.flatMap(({ ports = [] }) =>
    ports.map(({ name, containerPort, protocol = 'TCP' }: Manifest) => ({ name, number: containerPort, protocol })),
  );
}

function fitsPort(ports: Manifest[] | undefined, to: Party, port: number): boolean {
  return (
    !ports?.length ||
    ports.some((each) => {
      const isNamed = typeof each.port === 'string';
      return port === (isNamed ? to.ports.find(({ name }) => name === each.port)?.number : each.port);
    })
  );
}

function matches({ matchLabels = {}, matchExpressions = [] }: Manifest, labels: { [key: string]: string }): boolean {
  return (
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
    matchExpressions.every(({ key, operator, values = [] }: Manifest) => {
      const value = labels[key];
      if (operator === 'Exists') return value !== undefined;
      if (operator === 'In') return values.includes(value);
      if (operator === 'NotIn') return !values.includes(value);
      throw new Error(`operator ${operator} is not one that this library writes`);
    })
  );
}

function within(address: string, { cidr, except = [] }: { cidr: string; except?: string[] }): boolean {
  const isIn = (range: string) => {
    const [network, bits] = range.split('/') as [string, string];
    if (isIPv6(network) !== isIPv6(address)) return false;
    const list = new BlockList();
    list.addSubnet(network, Number(bits), isIPv6(network) ? 'ipv6' : 'ipv4');
    return list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
  };
  return isIn(cidr) && !except.some(isIn);
}
