import { ENVIRONMENT, environmentProblems, FUNCTION, functionProblems, problems } from './folder';

const NO_IMAGE = 'runtime: go\n';

/** YAML after the two lines of a valid function, the line of the problem, and how the problem begins or what it is. */
const FUNCTION_CASES: [string, number, string | RegExp][] = [
  ['maxReplica: 1', 3, /^maxReplica is an unknown key; did you mean maxReplicas\? allowed: runtime, image, id, /],
  ['maReplicas: 1', 3, /^maReplicas is an unknown key; did you mean maxReplicas\? /],
  ['replicas: 1', 3, /^replicas is an unknown key; allowed: runtime, image, id, /],
  ['1: 1', 3, /^1 is an unknown key; allowed: /],
  ['maxReplicas: ten', 3, 'maxReplicas "ten" is invalid; allowed: a whole number from 1 to 2147483647'],
  ['maxReplicas: 1.5', 3, 'maxReplicas 1.5 is invalid; allowed: a whole number from 1 to 2147483647'],
  ['maxReplicas: .inf', 3, /^maxReplicas Infinity is invalid; /],
  ['maxReplicas:', 3, 'maxReplicas: value is missing; allowed: a value, or null, where it takes one away'],
  ['env: {A: b, B: }', 3, /^B: value is missing; /],
  ['hosts: ~', 3, 'hosts null is invalid; allowed: a list that is not empty, each item once'],
  ['readinessProbe: yes', 3, 'readinessProbe "yes" is invalid; allowed: true, false'],
  ['handler: 1', 3, 'handler 1 is invalid; allowed: a string that is not empty'],
  ['hosts: a.com', 3, 'hosts "a.com" is invalid; allowed: a list that is not empty, each item once'],
  ['hosts: []', 3, 'hosts [] is invalid; allowed: a list that is not empty, each item once'],
  ['hosts: [1]', 3, 'hosts[0] 1 is invalid; allowed: DNS labels joined by ".", no port, no path, "*." in front'],
  ['hosts: [a.com, a.com]', 3, 'hosts[1] "a.com" is the same as "a.com"; allowed: each item once'],
  ['hosts:\n  - a.com\n  - A.com:80', 5, /^hosts\[1\] "A.com:80" is not a host name; allowed: DNS labels/],
  ['hosts: [API.Acme.com]', 3, 'hosts[0] "API.Acme.com" is not a host name; allowed: lower case, "api.acme.com"'],
  ['envFromSecrets: [My-Secret]', 3, /^envFromSecrets\[0\] "My-Secret" is .*; allowed: lower case, "my-secret"$/],
  ['cooldown: 5M', 3, 'cooldown "5M" is invalid; allowed: lower case, "5m"'],
  ['scaler: hpa', 3, 'scaler "hpa" is invalid; allowed: interceptorRoute, httpScaledObject'],
  ['cpu: 100Mi', 3, 'cpu "100Mi" is invalid; allowed: an amount of CPU such as 100m, 0.5 or 1'],
  ['cpu: 0', 3, 'cpu 0 is invalid; allowed: an amount of CPU such as 100m, 0.5 or 1'],
  ['cpu: -1', 3, 'cpu -1 is invalid; allowed: an amount of CPU such as 100m, 0.5 or 1'],
  ['cpu: 0.0005', 3, 'cpu 0.0005 is invalid; allowed: an amount of CPU such as 100m, 0.5 or 1'],
  ['memory: 128M', 3, 'memory "128M" is invalid; allowed: an amount of memory such as 128Mi or 1Gi'],
  ['memory: 128', 3, 'memory 128 is invalid; allowed: an amount of memory such as 128Mi or 1Gi'],
  ['memory: 3Gi', 3, `memory "3Gi" is above the environment's limits.maxMemory; allowed: at most 2Gi`],
  ['memory: 15Mi', 3, `memory "15Mi" is below the environment's limits.minMemory; allowed: at least 16Mi`],
  ['memoryLimit: 64Mi', 3, 'memory "128Mi" is above memoryLimit; allowed: at most 64Mi'],
  ['memoryLimit: 64Mi\nmemory: 65Mi', 4, 'memory "65Mi" is above memoryLimit; allowed: at most 64Mi'],
  ['cpuLimit: 200m\ncpu: 1', 4, 'cpu 1 is above cpuLimit; allowed: at most 200m'],
  ['minReplicas: 3\nmaxReplicas: 2', 4, 'maxReplicas 2 is below minReplicas; allowed: at least 3'],
  ['minReplicas: 20', 3, 'maxReplicas 10 is below minReplicas; allowed: at least 20'],
  ['cooldown: -5m', 3, 'cooldown "-5m" is invalid; allowed: a duration such as 500ms, 30s, 5m or 1h'],
  ['cooldown: 300', 3, 'cooldown 300 is invalid; allowed: a duration such as 500ms, 30s, 5m or 1h'],
  ['cooldown: 1500ms', 3, 'cooldown "1500ms" is a fraction of a second; allowed: whole seconds'],
  ['initialCooldown: 1ms', 3, 'initialCooldown "1ms" is a fraction of a second; allowed: whole seconds'],
  ['timeout: 1h', 3, `timeout "1h" is above the environment's limits.maxTimeout; allowed: at most 15m`],
  ['timeout: 4h', 3, 'timeout "4h" is out of range; allowed: 1s to 3h'],
  ['port: 70000', 3, 'port 70000 is invalid; allowed: a whole number from 1 to 65535'],
  ['env:\n  A: b\n  PORT: "9000"', 5, 'env.PORT is taken: it carries the setting port; allowed: port, or another name'],
  ['env:\n  FUNCTION_TIMEOUT: "5"', 4, /^env\.FUNCTION_TIMEOUT is taken: .* the setting timeout; allowed: timeout, or/],
  [
    'env:\n  B: $(A)\n  A: $(B)',
    5,
    /^env\.A "\$\(B\)" refers to itself: A -> B -> A; allowed: \$\(NAME\) of another variable, /,
  ],
  ['cooldown: 999999h', 3, 'cooldown "999999h" is out of range; allowed: 0s to 2147483647s'],
  ['initialCooldown: 999999h', 3, 'initialCooldown "999999h" is out of range; allowed: 0s to 2147483647s'],
  ['startupTimeout: 0s', 3, /^startupTimeout "0s" is out of range; allowed: 1s to /],
  [
    'cooldown: 1s\nstartupTimeout: 2m',
    4,
    /^startupTimeout "2m" is longer than a pod is kept .*; allowed: at most 61s, /,
  ],
  ['readinessTimeout: 0s', 3, 'readinessTimeout "0s" is out of range; allowed: 1ms to 24h'],
  ['readinessTimeout: 25h', 3, 'readinessTimeout "25h" is out of range; allowed: 1ms to 24h'],
  ['requestRateGranularity: 500ms', 3, 'requestRateGranularity "500ms" is out of range; allowed: 1s to 2147483647s'],
  ['requestRateWindow: 1h', 3, 'requestRateWindow "1h" has 3600 buckets of 1s; allowed: at most 1000 buckets'],
  ['requestRateWindow: 1s\nrequestRateGranularity: 2s', 3, /^requestRateWindow "1s" is shorter than one bucket; /],
  ['env: {"A B": x}', 3, 'env.A B is not a valid name; allowed: letters, digits and "_", no digit in front'],
  ['env:\n  A: 1', 4, 'env.A 1 is invalid; allowed: a string; quote numbers and booleans'],
  ['env: [A]', 3, 'env ["A"] is invalid; allowed: a map of names and values'],
  [
    'pathPrefixes: [a]',
    3,
    'pathPrefixes[0] "a" is not a path; allowed: a path that starts with "/", decoded, such as /api',
  ],
  ['writablePaths: [tmp]', 3, 'writablePaths[0] "tmp" is invalid; allowed: an absolute path'],
  ['runtime: rust', 3, 'runtime: key appears twice; allowed: each key once'],
  ['---\nruntime: rust', 3, 'second document; allowed: one document a file'],
  ['env: {', 3, /^broken YAML at the end of the file: .*; allowed: YAML 1.2$/],
  ['env: [\nhandler: x', 4, /^broken YAML at "handler: x": .*; allowed: YAML 1.2$/],
  ['handler: &a x\nid: *a', 4, 'alias "*a" is not supported; allowed: the value itself'],
  ['handler: !secret x', 3, 'broken YAML at "!secret x": Unresolved tag: !secret; allowed: YAML 1.2'],
  ['id: ""', 3, /^id "" is invalid; allowed: a label value/],
  [`handler: [${'x'.repeat(100)}]`, 3, /^handler \["x{77}… is invalid; /],
];

test.each(FUNCTION_CASES)('function with %j', (yaml, line, problem) => {
  const found = functionProblems(FUNCTION + yaml);
  const place = `functions/p/hello.yaml:${line}: `;
  expect(found).toHaveLength(1);
  expect(found[0].slice(0, place.length)).toBe(place);
  expect(found[0].slice(place.length)).toEqual(typeof problem === 'string' ? problem : expect.stringMatching(problem));
});

test.each([
  [NO_IMAGE, 1, 'image is missing; allowed: an image such as ghcr.io/example/webhook:1.0.0, or one with a digest'],
  [
    '# comment\nimage: a:1',
    2,
    'runtime is missing; allowed: go, rust, node, python, java, dotnet, deno, bun, container, or custom with a profile',
  ],
  [
    'runtime: php\nimage: a:1',
    1,
    'runtime "php" is invalid; allowed: go, rust, node, python, java, dotnet, deno, bun, container, or custom with a profile',
  ],
  [`${NO_IMAGE}image: a:latest`, 2, expect.stringMatching(/^image "a:latest" is not pinned; allowed: name:tag/)],
  [`${NO_IMAGE}image: a`, 2, expect.stringMatching(/^image "a" is not pinned; allowed: name:tag/)],
  [`${NO_IMAGE}image: ":1"`, 2, expect.stringMatching(/^image ":1" is not an image reference; allowed: name:tag/)],
  ['', 1, 'file is empty; allowed: a map of settings'],
  ['# only a comment\n', 1, 'file is empty; allowed: a map of settings'],
  ['- runtime: go', 1, expect.stringMatching(/^file \[.*\] is invalid; allowed: a map with the keys runtime, /)],
  ['null', 1, expect.stringMatching(/^file null is invalid; allowed: a map with the keys runtime, /)],
  [Buffer.from([0x61, 0xff]), 1, 'file is not UTF-8; allowed: YAML in UTF-8'],
])('function of %j', (yaml, line, problem) => {
  const [found, ...others] = functionProblems(yaml);
  const [, foundLine, text] = /^functions\/p\/hello\.yaml:(\d+): (.*)$/.exec(found)!;
  expect(Number(foundLine)).toBe(line);
  expect(text).toEqual(problem);
  expect(others).toEqual([]);
});

const CPU = 'an amount of CPU such as 100m, 0.5 or 1';

test.each([
  ['kedaNamespace: k', 1, 'domain is missing; allowed: a host name such as fn.example.com'],
  ['domain: http://a', 1, expect.stringMatching(/^domain "http:\/\/a" is not a host name; allowed: /)],
  [
    'domain: a\nclusterDomain: cluster.local.',
    2,
    expect.stringMatching(/^clusterDomain "cluster.local." is not a host name; /),
  ],
  ['domain: a\nkedaNamespace: K', 2, expect.stringMatching(/^kedaNamespace "K" is not a DNS label; allowed: /)],
  ['domain: a\nprojects: [p, x]', 2, 'projects[1] "x" is an unknown project; allowed: p'],
  ['domain: a\nprojects:\n  - p\n  - x', 4, 'projects[1] "x" is an unknown project; allowed: p'],
  ['domain: a\noverrides: {hello: {}}', 2, 'overrides.hello is not a valid name; allowed: <project>/<function>'],
  [
    'domain: a\noverrides:\n  p/x: {}',
    3,
    'overrides.p/x overrides what this environment does not run; allowed: p/hello',
  ],
  [
    'domain: a\nkedaNamespace: kube-system',
    2,
    'kedaNamespace "kube-system" is a namespace that every cluster has; allowed: another one, or platform.createNamespace: false',
  ],
  [
    'domain: a\nprojects: []\noverrides: {p/hello: {}}',
    3,
    'overrides.p/hello overrides what this environment does not run; allowed: none',
  ],
  [
    'domain: a\noverrides: {p/hello: {image: "b:latest"}}',
    2,
    expect.stringMatching(/^overrides\.p\/hello\.image "b:lat/),
  ],
  ['domain: a\ndefaults:\n  cpu: x', 3, `defaults.cpu "x" is invalid; allowed: ${CPU}`],
  ['domain: a\noverrides:\n  p/hello:\n    cpu: x', 4, `overrides.p/hello.cpu "x" is invalid; allowed: ${CPU}`],
  ['domain: a\ndefaults:\n  minReplicas: 20', 3, 'maxReplicas 10 is below minReplicas; allowed: at least 20'],
  ['domain: a\ndefaults: {image: "a:1"}', 2, expect.stringMatching(/^defaults\.image is an unknown key; allowed: /)],
  [
    'domain: a\nplatform: {sizing: huge}',
    2,
    'platform.sizing "huge" is invalid; allowed: dense, latency, limited, standard',
  ],
  ['domain: a\nplatform: {registry: A}', 2, expect.stringMatching(/^platform\.registry "A" is invalid;/)],
  ['domain: a\nplatform: {digests: {keda: x}}', 2, expect.stringMatching(/^platform\.digests\.keda "x" is invalid; /)],
  [
    `domain: a\nplatform:\n  digests: {x: "sha256:${'0'.repeat(64)}"}`,
    3,
    expect.stringMatching(/^platform\.digests\.x is not a valid name; /),
  ],
  ['domain: a\nplatform: {scaler: {cpu: x}}', 2, `platform.scaler.cpu "x" is invalid; allowed: ${CPU}`],
  ['domain: a\nplatform: {scaler: {minReplicas: 1}}', 2, expect.stringMatching(/^platform\.scaler\.minReplicas is/)],
  ['domain: a\nplatform: {interceptor: {replicas: 1}}', 2, expect.stringMatching(/^platform\.interceptor\.replicas /)],
  [
    'domain: a\nplatform:\n  scaler:\n    cpuLimit: 1\n    cpu: 2',
    5,
    'platform.scaler.cpu 2 is above cpuLimit; allowed: at most 1',
  ],
  [
    'domain: a\nplatform:\n  scaler:\n    memory: 2Gi',
    4,
    'platform.scaler.memory "2Gi" is above memoryLimit; allowed: at most 256Mi',
  ],
  [
    'domain: a\nplatform:\n  scaler:\n    replicas: 1\n    streamInterval: 1m',
    5,
    'platform.scaler.streamInterval "1m" is out of range; allowed: 10ms to 10s',
  ],
  ['domain: a\nplatform: {scaler: {queueTick: 2}}', 2, expect.stringMatching(/^platform\.scaler\.queueTick 2 is inv/)],
  [
    'domain: a\nplatform:\n  interceptor:\n    maxReplicas: 1',
    4,
    'platform.interceptor.maxReplicas 1 is below minReplicas; allowed: at least 2',
  ],
  [
    'domain: a\nplatform:\n  operator:\n    extraArgs:\n      - --v=1\n      - --metrics-bind-address=:1',
    6,
    expect.stringMatching(
      /^platform\.operator\.extraArgs\[1\] "--metrics-bind-address=:1" is fixed: .* port; allowed: other flags$/,
    ),
  ],
  [
    'domain: a\nplatform:\n  scaler:\n    extraArgs: [--zap-log-level=debug]',
    4,
    'platform.scaler.extraArgs[0] "--zap-log-level=debug" is taken: it carries the setting logLevel; allowed: logLevel',
  ],
  [
    'domain: a\ndefaults:\n  env:\n    PORT: "1"\noverrides:\n  p/hello:\n    env:\n      A: b',
    4,
    expect.stringMatching(/^defaults\.env\.PORT is taken/),
  ],
  [
    'domain: a\nplatform: {scaler: {extraArgs: [x]}}',
    2,
    expect.stringMatching(/^platform\.scaler\.extraArgs\[0\] "x" /),
  ],
])('environment of %j', (yaml, line, problem) => {
  const [found, ...others] = environmentProblems(yaml);
  const [, foundLine, text] = /^environments\/a\.yaml:(\d+): (.*)$/.exec(found)!;
  expect(Number(foundLine)).toBe(line);
  expect(text).toEqual(problem);
  expect(others).toEqual([]);
});

test.each([
  [
    'limits:\n  maxMemory: 1Mi\n  defaultMemory: 2Mi',
    3,
    'limits.defaultMemory "2Mi" is above maxMemory; allowed: at most 1Mi',
  ],
  [
    'labels:\n  a: b\n  pod-security.kubernetes.io/enforce: privileged',
    3,
    'labels.pod-security.kubernetes.io/enforce is taken: it carries the setting podSecurity; allowed: podSecurity',
  ],
  [
    'labels: {kubernetes.io/metadata.name: x}',
    1,
    expect.stringMatching(/^labels\.kubernetes\.io\/metadata\.name is taken: .*; allowed: another/),
  ],
  ['podSecurity: none', 1, 'podSecurity "none" is invalid; allowed: restricted, baseline, privileged'],
  ['labels:\n  a b: c', 2, 'labels.a b is not a valid name; allowed: a label key such as team or example.com/team'],
  ['labels: {a: 1}', 1, expect.stringMatching(/^labels\.a 1 is invalid; allowed: a string of letters/)],
  [
    'createNamespace: false\npodSecurity: baseline',
    2,
    'podSecurity "baseline" has no effect where the namespace is not made here; allowed: none, or createNamespace: true',
  ],
  [
    'createNamespace: false\nlabels: {a: b}',
    2,
    'labels has no effect where the namespace is not made here; allowed: none, or createNamespace: true',
  ],
  ['quota: {pods: -1}', 1, 'quota.pods -1 is invalid; allowed: a whole number from 0 to 2147483647'],
  ['networkPolicy: 1', 1, 'networkPolicy 1 is invalid; allowed: true, false'],
  ['quota: 1', 1, 'quota 1 is invalid; allowed: a map with the keys cpu, memory, pods'],
  [
    '- a',
    1,
    'file ["a"] is invalid; allowed: a map with the keys namespace, quota, limits, allowedHosts, prePull, networkPolicy, egress, egressTo, ingressFrom, podSecurity, createNamespace, labels, defaults',
  ],
  ['\nimage: a:1', 2, expect.stringMatching(/^image belongs to a function, and "project" is the name of the pr/)],
])('project of %j', (yaml, line, problem) => {
  const [found, ...others] = problems({ 'environments/a.yaml': ENVIRONMENT, 'functions/p/project.yaml': yaml });
  const [, foundLine, text] = /^functions\/p\/project\.yaml:(\d+): (.*)$/.exec(found)!;
  expect(Number(foundLine)).toBe(line);
  expect(text).toEqual(problem);
  expect(others).toEqual([]);
});

test("what does not fit into the function's project", () => {
  const found = problems({
    'environments/a.yaml': `${ENVIRONMENT}overrides: {p/small: {cpu: 3}}`,
    'functions/p/project.yaml': 'limits: {maxMemory: 512Mi}\nquota: {cpu: 2}',
    'functions/p/large.yaml': `${FUNCTION}memoryLimit: 1Gi\nmemory: 1Gi`,
    'functions/p/small.yaml': FUNCTION,
  });
  expect(found).toEqual([
    `environments/a.yaml:2: overrides.p/small.cpu 3 is above the project's quota.cpu; allowed: at most 2`,
    `functions/p/large.yaml:3: memoryLimit "1Gi" is above the project's limits.maxMemory; allowed: at most 512Mi`,
  ]);
});

test('all problems of all files, by file and line', () => {
  const found = problems({
    'environments/b.yaml': 'domain: a\nx: 1\nplatform: []',
    'environments/a.yaml': '[',
    'functions/q/f.yaml': 'y: 1\nport: 0',
    'functions/p/g.yaml': `${NO_IMAGE}image: a:latest\ncpuLimit: 1\ntimeout: 1ms\nminReplicas: 20`,
  });
  expect(found.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
    'environments/a.yaml:1: broken',
    'environments/b.yaml:2: x',
    'environments/b.yaml:3: platform',
    // minReplicas is not a problem here: an environment may raise maxReplicas
    'functions/p/g.yaml:2: image',
    'functions/p/g.yaml:4: timeout',
    'functions/q/f.yaml:1: y',
    'functions/q/f.yaml:1: runtime',
    'functions/q/f.yaml:1: image',
    'functions/q/f.yaml:2: port',
  ]);
});

test('a problem that two environments share is reported once', () => {
  const files = { 'environments/a.yaml': ENVIRONMENT, 'environments/b.yaml': ENVIRONMENT };
  expect(problems({ ...files, 'functions/p/f.yaml': `${FUNCTION}timeout: 0s` })).toHaveLength(1);
});

test('a function of a project that no environment runs is checked', () => {
  const files = { 'environments/a.yaml': `${ENVIRONMENT}projects: []`, 'functions/p/f.yaml': `${FUNCTION}timeout: 0s` };
  expect(problems(files)).toEqual([expect.stringMatching(/^functions\/p\/f\.yaml:3: timeout "0s" is out of range/)]);
});
