import { App } from 'cdk8s';
import {
  Environment,
  FunctionChart,
  type FunctionChartProps,
  InputError,
  KedaPlatform,
  ProjectChart,
  Runtime,
  toFiles,
  warningsOf,
} from '../../lib';
import { type Files, FUNCTION, inFolder, load, problemsIn } from './folder';

// Whose hosts are claimed is the project shop with the function web, and cafe, which has no allowedHosts; who claims them is the project thief with the function grab.
const AT = 'functions/thief/grab.yaml:3: ';
const DOMAIN = 'domain: fn.test\n';
const SHOP = 'allowedHosts: ["*.shop.example.com", example.org]\n';
const WEB = `${FUNCTION}hosts: [web.fn.test, www.shop.example.com]\n`;
const BAR = `${FUNCTION}hosts: [www.bar.test, "*.cafe.test"]\n`;
const OTHERS = 'allowed: hosts of no other project, or one that is in allowedHosts';

function files(grab: string, { environment = '', thief = '', shop = SHOP } = {}): Files {
  return {
    'environments/e.yaml': DOMAIN + environment,
    'functions/shop/project.yaml': shop,
    'functions/shop/web.yaml': WEB,
    'functions/cafe/bar.yaml': BAR,
    'functions/thief/project.yaml': thief || 'egress: open\n',
    'functions/thief/grab.yaml': FUNCTION + grab,
  };
}

const found = (given: Files) => inFolder(given, problemsIn).filter((each) => each.startsWith('functions/thief'));

describe('a function that takes what belongs to another project', () => {
  const taken = (host: string) => `takes "${host}" from functions/shop/web.yaml, of the project shop; ${OTHERS}`;
  const fromCafe = (host: string) => `takes "${host}" from functions/cafe/bar.yaml, of the project cafe; ${OTHERS}`;
  test.each([
    ['its default host', 'hosts: [web.fn.test]', 'leads to functions/thief/grab.yaml and to functions/shop/web.yaml'],
    ['a path under it', 'hosts: [web.fn.test]\npathPrefixes: [/pay]', taken('web.fn.test')],
    ['requests for it with a header', 'hosts: [web.fn.test]\nheaders: [{name: cookie}]', taken('web.fn.test')],
    ['a name below it', 'hosts: [login.web.fn.test]', taken('web.fn.test')],
    ['a name far below it', 'hosts: [a.b.c.web.fn.test]', taken('web.fn.test')],
    ['all below it', 'hosts: ["*.web.fn.test"]', taken('web.fn.test')],
    ['all below the domain', 'hosts: ["*.fn.test"]', taken('web.fn.test')],
    ['all below the domain of the domain', 'hosts: ["*.test"]', 'takes "'],
    ['another host of its function', 'hosts: [www.bar.test]\npathPrefixes: [/pay]', fromCafe('www.bar.test')],
    ['a wildcard over that', 'hosts: ["*.bar.test"]', fromCafe('www.bar.test')],
    ['its wildcard, by path', 'hosts: ["*.cafe.test"]\npathPrefixes: [/menu]', fromCafe('*.cafe.test')],
    ['a host that it may have', 'hosts: [example.org]', 'is, by allowedHosts "example.org", of the project shop'],
    ['a host below a wildcard that it may have', 'hosts: [new.shop.example.com]', 'is, by allowedHosts "*.shop'],
    ['a wildcard below that', 'hosts: ["*.new.shop.example.com"]', 'is, by allowedHosts "*.shop.example.com"'],
    ['a wildcard over that', 'hosts: ["*.example.com"]', 'is, by allowedHosts "*.shop.example.com"'],
    ['a name of its namespace', 'hosts: [stock.fn-shop]', 'is in the namespace of the project shop'],
    ['… with svc', 'hosts: [stock.fn-shop.svc]', 'is in the namespace of the project shop'],
    ['… in full', 'hosts: [stock.fn-shop.svc.cluster.local]', 'is in the namespace of the project shop'],
    ['every name of its namespace', 'hosts: ["*.fn-shop.svc"]', 'is in the namespace of the project shop'],
    ['no host', 'hosts: []', 'hosts [] is invalid; allowed: a list that is not empty, each item once'],
    ['every host', 'hosts: ["*"]', 'hosts[0] "*" is not a host name'],
    ['a host that the interceptor cuts', 'hosts: ["web.fn.test:80"]', 'hosts[0] "web.fn.test:80" is not a host name'],
    ['another case of it', 'hosts: [WEB.fn.test]', 'hosts[0] "WEB.fn.test" is not a host name'],
  ])('%s', (_, grab, problem) => {
    const all = found(files(grab));
    expect(all.filter((each) => !each.startsWith(AT))).toEqual([]);
    expect(all.join('\n')).toContain(problem);
  });
});

describe('what a project may have', () => {
  test.each<[string, string, Parameters<typeof files>[1]?]>([
    ['its default host', ''],
    ['a name below it', 'hosts: [v2.grab.fn.test, "*.grab.fn.test"]'],
    ['a host that nobody else has', 'hosts: [thief.example.com]'],
    ['names of its own namespace', 'hosts: [x.fn-thief, x.fn-thief.svc, x.fn-thief.svc.cluster.local]'],
    ['the domain itself', 'hosts: [fn.test]'],
    ['a host of another one by both allowedHosts', 'hosts: [example.org]', { thief: 'allowedHosts: [example.org]\n' }],
    ['a wildcard over others by allowedHosts', 'hosts: ["*.fn.test"]', { thief: 'allowedHosts: ["*.fn.test"]\n' }],
    [
      'what the environment lets it have',
      'hosts: [own.example.com]',
      {
        environment:
          'requireAllowedHosts: true\nprojectOverrides: {thief: {allowedHosts: [own.example.com]}, cafe: {allowedHosts: [www.bar.test, "*.cafe.test"]}}\n',
      },
    ],
  ])('%s', (_, grab, more = {}) => {
    expect(load(files(grab, more)).environments[0]!.projects.map(({ name }) => name)).toEqual([
      'cafe',
      'shop',
      'thief',
    ]);
  });

  test('nothing but allowedHosts and the default, where it says so or the environment asks for it', () => {
    const reason =
      'hosts[0] "free.test" is not among the allowedHosts of the project thief; allowed: <function>.fn.test and below';
    const grab = 'hosts: [free.test]';
    expect(found(files(grab, { environment: 'requireAllowedHosts: true\n' }))).toEqual([AT + reason]);
    expect(found(files(grab, { thief: 'allowedHosts: [a.test]\n' }))).toEqual([`${AT + reason}, a.test`]);
    expect(() => load(files(grab))).not.toThrow();
  });
});

describe('in code', () => {
  const app = (grab: Partial<FunctionChartProps>, requireAllowedHosts = false) => {
    const root = new App();
    const environment = new Environment(root, 'e', { domain: 'fn.test', requireAllowedHosts });
    new ProjectChart(environment, 'shop', { name: 'shop', allowedHosts: ['*.shop.test'] });
    new ProjectChart(environment, 'thief', { name: 'thief' });
    const shared = { runtime: Runtime.GO, image: 'a/b:1' };
    new FunctionChart(environment, 'web', { ...shared, project: 'shop' });
    new FunctionChart(environment, 'grab', { ...shared, project: 'thief', ...grab });
    return () => toFiles(root);
  };

  test.each([
    [
      { hosts: ['web.fn.test'], pathPrefixes: ['/a'] },
      `takes "web.fn.test" from e/web, of the project shop; ${OTHERS}`,
    ],
    [{ hosts: ['a.shop.test'] }, `is, by allowedHosts "*.shop.test", of the project shop; ${OTHERS}`],
    [{ hosts: ['*.fn.test'] }, `takes "web.fn.test" from e/web, of the project shop; ${OTHERS}`],
  ])('%j', (grab, reason) => {
    const error = new InputError(`e/grab: hosts[0] "${grab.hosts[0]}" ${reason}`);
    expect(app(grab)).toThrow(error);
  });

  test('what the cluster does not know of is warned of', () => {
    const root = new App();
    const environment = new Environment(root, 'e', { domain: 'fn.test', requireAllowedHosts: true });
    new ProjectChart(environment, 'p', { name: 'shop', namespace: 'team', allowedHosts: ['*.shop.test'] });
    new FunctionChart(environment, 'web', { runtime: Runtime.GO, image: 'a/b:1', project: 'shop' });
    expect(warningsOf(root)).toEqual([
      'e/p: the namespace team is not made here, and needs the annotation cdk8s-keda-functions/allowed-hosts: "*.shop.test,web.fn.test"',
      expect.stringMatching(/^e: requireAllowedHosts refuses nothing in the cluster without the policy/),
    ]);
    new KedaPlatform(environment, 'keda');
    expect(warningsOf(root)).toHaveLength(1);
  });

  test('what nobody has, unless the environment asks for allowedHosts', () => {
    expect(app({ hosts: ['free.test'] })).not.toThrow();
    expect(app({ hosts: ['free.test'] }, true)).toThrow(
      'e/grab: hosts[0] "free.test" is not among the allowedHosts of the project thief; allowed: <function>.fn.test and below',
    );
  });
});
