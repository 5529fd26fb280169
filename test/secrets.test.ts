import { ApiObject, App, Chart } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import * as fc from 'fast-check';
import {
  ArgoCdApplications,
  Environment,
  FluxKustomizations,
  FunctionChart,
  KedaPlatform,
  Runtime,
  warningsOf,
} from '../lib';
import { mayHoldSecret, secretsIn } from '../lib/secrets';
import { toYaml } from '../lib/values/yaml';

function warned(root: IConstruct): string[] {
  for (const object of root.node.findAll().filter(ApiObject.isApiObject)) expectTrace(object.toJson());
  return warningsOf(root).filter((line) => line.includes(' would be in Git'));
}

/** Fails when a search for traces in a file would miss what a search in its objects finds. */
function expectTrace(manifest: Parameters<typeof secretsIn>[0]): void {
  if (secretsIn(manifest).length > 0)
    expect({ manifest, trace: mayHoldSecret(toYaml(manifest)) }).toMatchObject({ trace: true });
}

const KEY = '-----BEGIN RSA PRIVATE KEY-----\nMIIEow\n-----END RSA PRIVATE KEY-----\n';

function warningsOfEnv(env: { [name: string]: string }): string[] {
  const environment = new Environment(new App(), 'e', { domain: 'a.b' });
  new FunctionChart(environment, 'f', { project: 'p', runtime: Runtime.GO, image: 'a:1', env });
  return warned(environment);
}

test('whatever is found in an object has left a trace in its file', () => {
  const parts = [
    'DB',
    '_',
    'password',
    'Passwd',
    'PAT',
    'Pat',
    'pat',
    'h',
    'test',
    'token',
    'TOKEN',
    'Key',
    'api',
    'secret',
    'pwd',
    '1',
    '-',
  ];
  const name = fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 4 }).map((some) => some.join(''));
  const pieces = [
    'a',
    ' ',
    '\n',
    '\t',
    '"',
    '://',
    ':',
    '@',
    'tcp(',
    ';password=',
    'true',
    'sk-',
    'SG.',
    '.',
    'eyJ',
    'x'.repeat(20),
    '1'.repeat(20),
  ];
  const value = fc.array(fc.constantFrom(...pieces), { maxLength: 5 }).map((some) => some.join(''));
  const env = fc.array(fc.record({ name, value }), { minLength: 1, maxLength: 2 });
  let found = 0;
  fc.assert(
    fc.property(env, value, name, (some, text, key) => {
      const container = { env: some, args: [`--${key}=${text}`, `--${key}`, text] };
      for (const manifest of [
        { kind: 'Deployment', spec: { containers: [container] } },
        { kind: 'ConfigMap', data: { [key]: text } },
        { kind: 'Service', metadata: { annotations: { [`a.b/${key}`]: text } } },
      ]) {
        found += secretsIn(manifest).length;
        expectTrace(manifest);
      }
    }),
    { numRuns: 5000 },
  );
  expect(found).toBeGreaterThan(1000);
});

const GITHUB = `ghp_${'a1B2'.repeat(9)}`;
test.each<[string, string, string]>([
  ['DB_PASSWORD', 'hunter2', 'a secret'],
  ['PGPASSWORD', 'hunter2', 'a secret'],
  ['MYSQL_PWD', 'hunter2', 'a secret'],
  ['apiKey', 'abc', 'a secret'],
  ['STRIPE_API_KEY', 'abc', 'a secret'],
  ['SECRET_KEY_BASE', 'abc', 'a secret'],
  ['AWS_SECRET_ACCESS_KEY', 'abc', 'a secret'],
  ['JWT_SECRET', 'abc', 'a secret'],
  ['TOKEN', 'abc', 'a secret'],
  ['DB_PASSWORD_PROD', 'pre-$(REF)-post', 'a secret'],
  ['PRIVATE_KEY', KEY, 'a private key'],
  ['X', KEY, 'a private key'],
  ['X', 'postgres://u:p@db/x', 'a URL with a password'],
  ['X', 'a redis://:p@db and more', 'a URL with a password'],
  ['X', 'u:p@tcp(db:3306)/x', 'a password'],
  ['X', 'Server=db;Password=p;', 'a password'],
  ['X', GITHUB, 'a token of GitHub'],
  ['X', `github_pat_${'a'.repeat(22)}`, 'a token of GitHub'],
  ['X', `glpat-${'a'.repeat(20)}`, 'a token of GitLab'],
  ['X', 'xoxb-123456789-abc', 'a token of Slack'],
  ['X', 'AKIAIOSFODNN7EXAMPLE', 'an access key of AWS'],
  ['X', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc', 'a JSON Web Token'],
])('%s=%j is warned of', (name, value, what) => {
  const found = warningsOfEnv({ [name]: value });
  expect(found).toEqual([
    `e/f: env.${name} looks like ${what} and would be in Git; put it into a Secret of the namespace and name that in envFromSecrets`,
  ]);
});

test.each([
  ['PASSWORD_FILE', '/run/secrets/password'],
  ['DB_PASSWORD', '/run/secrets/password'],
  ['DB_PASSWORD', '$(OTHER)'],
  ['DB_PASSWORD', '${' + 'OTHER}'],
  ['DB_PASSWORD', ''],
  ['TOKEN_TTL', '30s'],
  ['MAX_TOKENS', '4096'],
  ['MAX_TOKEN', '4096'],
  ['SECRET_NAME', 'db'],
  ['TLS_SECRET', 'functions-tls'],
  ['TOKEN_URL', 'https://a.test/token'],
  ['TOKEN', 'vault:secret/data/x#y'],
  ['REQUIRE_PASSWORD', 'true'],
  ['PWD', '/app'],
  ['PUBLIC_KEY', '-----BEGIN PUBLIC KEY-----'],
  ['PRIMARY_KEY', 'id'],
  ['KEYBOARD', 'qwerty'],
  ['URL', 'https://me@dev.azure.com/org'],
  ['URL', 'postgres://$(USER):$(PASSWORD)@db/x'],
  ['URL', 'http://a.test:8080/x@y'],
  ['MAIL', 'a:b@example.com'],
])('%s=%j is not', (name, value) => {
  expect(warningsOfEnv({ [name]: value })).toEqual([]);
});

test('in other fields too: arguments, repositories, annotations, ConfigMaps and Secrets', () => {
  const app = new App();
  const environment = new Environment(app, 'e', { domain: 'a.b' });
  new KedaPlatform(environment, 'keda', {
    operator: { extraArgs: ['--vault-token=abc', '--ca-file=/x', '--x-secret-name=y'] },
  });
  const gitops = new Construct(environment, 'gitops');
  new ArgoCdApplications(gitops, 'argocd', { repoUrl: `https://me:${GITHUB}@a.test/x` });
  new FluxKustomizations(gitops, 'flux', { url: 'https://me:hunter2@a.test/x' });
  const chart = new Chart(new Construct(environment, 'own'), 'own');
  const object = (kind: string, rest: object) => new ApiObject(chart, kind, { apiVersion: 'v1', kind, ...rest });
  const annotations = { 'a.b/auth-secret': 'basic', 'a.b/api-token': 'abc', 'a.b/note': GITHUB };
  object('ConfigMap', { metadata: { name: 'c', annotations }, data: { password: 'abc', 'a.pem': KEY } });
  object('Secret', { metadata: { name: 's' }, stringData: { a: 'b' } });
  object('Pod', { metadata: { name: 'p' }, spec: { containers: [{ command: ['x', '--password', 'abc'] }] } });
  const found = warned(app);
  expect(found.map((line) => line.replace(/ and would be.*/, ''))).toEqual([
    'e/gitops/argocd: repoUrl looks like a token of GitHub',
    'e/gitops/flux: url looks like a URL with a password',
    'e/keda/keda: argument --vault-token looks like a secret',
    'e/own/own: annotations.a.b/api-token looks like a secret',
    'e/own/own: annotations.a.b/note looks like a token of GitHub',
    'e/own/own: argument --password looks like a secret',
    'e/own/own: data.a.pem looks like a private key',
    'e/own/own: data.password looks like a secret',
    'e/own/own: the values of a Secret would be in Git in the clear: a',
  ]);
  expect(found.join()).not.toMatch(/abc|hunter2|ghp_|MIIE/);
});
