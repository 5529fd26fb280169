import { Size } from 'cdk8s';
import { TunnelMode } from '../../lib';
import { ENVIRONMENT, environmentProblems, load } from './folder';

const ID = 'f70ff985-a4ef-4643-bbbc-4a0ed4fc8415';
const LOCAL = `edge:\n  cloudflare:\n    local: {tunnelId: ${ID}}\n`;
const edgeOf = (yaml: string) => load({ 'environments/a.yaml': ENVIRONMENT + yaml }).environments[0].edge;
const OTHER = 'allowed: exactly one of cloudflare, gateway, ingress';

test('there is none unless it is asked for', () => expect(edgeOf('')).toBeUndefined());

test('a remote tunnel; one resource leaves the others', () => {
  const yaml = `edge: {cloudflare: {remote: {tunnelId: ${ID}}, memory: 99Mi}}`;
  expect(edgeOf(yaml)).toEqual({
    cloudflare: {
      mode: TunnelMode.remote({ tunnelId: ID }),
      resources: { memoryRequest: Size.mebibytes(99) },
    },
  });
});

/** YAML after the line of a valid environment, the line of the problem, and the problem or how it begins. */
const CASES: [what: string, yaml: string, line: number, problem: string][] = [
  ['nothing', 'edge: {}', 2, `edge has none of cloudflare, gateway, ingress; ${OTHER}`],
  ['only records', 'edge:\n  dns: {target: a.b}', 2, `edge has none of cloudflare, gateway, ingress; ${OTHER}`],
  ['two edges', `${LOCAL}  ingress: {}`, 5, `edge.ingress is given beside cloudflare; ${OTHER}`],
  [
    'unknown edge',
    'edge:\n  traefik: {}',
    3,
    'edge.traefik is an unknown key; allowed: cloudflare, gateway, ingress, dns',
  ],
  [
    'both modes',
    `${LOCAL}    remote: {tunnelId: ${ID}}`,
    5,
    'edge.cloudflare.remote is given beside local; allowed: exactly one of local, remote',
  ],
  [
    'no mode',
    'edge:\n  cloudflare:\n    replicas: 2',
    3,
    'edge.cloudflare has none of local, remote; allowed: exactly one of local, remote',
  ],
  [
    'no tunnel',
    'edge: {cloudflare: {local: {}}}',
    2,
    'edge.cloudflare.local.tunnelId is missing; allowed: the UUID of',
  ],
  [
    'no UUID',
    'edge:\n  cloudflare:\n    remote:\n      tunnelId: mine',
    5,
    'edge.cloudflare.remote.tunnelId "mine" is invalid; allowed: the UUID of a tunnel, 8-4-4-4-12 hex digits in lower case',
  ],
  [
    'Secret',
    `edge:\n  cloudflare:\n    local:\n      tunnelId: ${ID}\n      secretName: A`,
    6,
    'edge.cloudflare.local.secretName "A" is not',
  ],
  [
    'host',
    `${LOCAL}    hosts:\n      - a.test\n      - b.test:80`,
    7,
    'edge.cloudflare.hosts[1] "b.test:80" is not a host name; allowed:',
  ],
  ['catch-all', `${LOCAL}    hosts: ["*"]`, 5, 'edge.cloudflare.hosts[0] "*" is not a host name; allowed:'],
  [
    'wildcard',
    `${LOCAL}    hosts: ["a.*.test"]`,
    5,
    'edge.cloudflare.hosts[0] "a.*.test" is not a host name; allowed:',
  ],
  ['no host', `${LOCAL}    hosts: []`, 5, 'edge.cloudflare.hosts [] is invalid; allowed: a list that is not empty'],
  [
    'part of a second at Cloudflare',
    `edge:\n  cloudflare:\n    remote: {tunnelId: ${ID}}\n    origin:\n      noHappyEyeballs: true\n      tlsTimeout: 1500ms`,
    7,
    'edge.cloudflare.origin.tlsTimeout "1500ms" is a fraction of a second; allowed: whole seconds',
  ],
  [
    'duration',
    `${LOCAL}    origin:\n      tlsTimeout: 5`,
    6,
    'edge.cloudflare.origin.tlsTimeout 5 is invalid; allowed: a',
  ],
  [
    'httpHostHeader',
    `${LOCAL}    origin:\n      httpHostHeader: a`,
    6,
    'edge.cloudflare.origin.httpHostHeader is an unknown key',
  ],
  ['image', `${LOCAL}    image: a:latest`, 5, 'edge.cloudflare.image "a:latest" is not pinned; allowed: name:tag'],
  ['replicas', `${LOCAL}    replicas: 0`, 5, 'edge.cloudflare.replicas 0 is invalid; allowed: a whole number from 1'],
  [
    'cpu',
    `${LOCAL}    memory: 1Gi\n    cpu: 2\n    cpuLimit: 1\n    memoryLimit: 2Gi`,
    6,
    'edge.cloudflare.cpu 2 is above cpuLimit',
  ],
  ['memory', `${LOCAL}    memory: 1Gi`, 5, 'edge.cloudflare.memory "1Gi" is above memoryLimit; allowed: at most 256Mi'],
  ['grace', `${LOCAL}    gracePeriod: 4m`, 5, 'edge.cloudflare.gracePeriod "4m" is out of range; allowed: 1s to 3m'],
  ['zone', `${LOCAL}    zone: a b`, 5, 'edge.cloudflare.zone "a b" is not a host name; allowed:'],
  ['namespace', `${LOCAL}    namespace: A`, 5, 'edge.cloudflare.namespace "A" is not a DNS label; allowed:'],
  ['no Gateway', 'edge:\n  gateway: {}', 3, 'edge.gateway.parentRefs is missing; allowed: a list that is not empty'],
  [
    'Gateway',
    'edge:\n  gateway:\n    parentRefs:\n      - name: A',
    5,
    'edge.gateway.parentRefs[0].name "A" is not the name of an object',
  ],
  [
    'Gateway twice',
    'edge: {gateway: {parentRefs: [{name: a}, {name: a, port: 1}]}}',
    2,
    'edge.gateway.parentRefs[1] names the',
  ],
  [
    'request timeout',
    'edge:\n  gateway:\n    parentRefs: [{name: a}]\n    requestTimeout: 1ms',
    5,
    'edge.gateway.requestTimeout "1ms" is a fraction of a second; allowed: whole seconds',
  ],
  [
    'class',
    'edge:\n  ingress:\n    className: A',
    4,
    'edge.ingress.className "A" is not the name of an object; allowed:',
  ],
  [
    'annotation',
    'edge:\n  ingress:\n    annotations: {a: 1}',
    4,
    'edge.ingress.annotations.a 1 is invalid; allowed: a string;',
  ],
  [
    'no target',
    'edge:\n  ingress: {}\n  dns: {}',
    4,
    'edge.dns.target is missing; allowed: a host name, or an IP address',
  ],
  [
    'target',
    'edge:\n  ingress: {}\n  dns:\n    target: a b',
    5,
    'edge.dns.target "a b" is not the target of a record; allowed:',
  ],
  [
    'not proxied',
    `${LOCAL}  dns:\n    proxied: false`,
    6,
    'edge.dns.proxied false leads nowhere, since a tunnel is reached only',
  ],
  ['TTL', `${LOCAL}  dns:\n    ttl: 60s`, 6, 'edge.dns.ttl "60s" has no effect on a proxied record; allowed: none'],
  [
    'external-dns',
    `${LOCAL}  dns:\n    externalDns: 0.22`,
    6,
    'edge.dns.externalDns 0.22 is invalid; allowed: since-0.22,',
  ],
];

test.each(CASES)('%s', (_, yaml, line, problem) => {
  const place = `environments/a.yaml:${line}: `;
  const [found, ...others] = environmentProblems(ENVIRONMENT + yaml);
  expect(found.slice(0, place.length + problem.length)).toBe(place + problem);
  expect(others).toEqual([]);
  expect(found).toContain('; ');
});

test('every field is told at once', () => {
  const yaml = `${LOCAL}    zone: a b\n    image: a\n    namespace: A\n  dns:\n    name: B\n`;
  expect(environmentProblems(ENVIRONMENT + yaml).map((problem) => problem.split(' ')[0])).toEqual([
    'environments/a.yaml:5:',
    'environments/a.yaml:6:',
    'environments/a.yaml:7:',
    'environments/a.yaml:9:',
  ]);
});
