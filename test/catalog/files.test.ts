import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ENVIRONMENT, FUNCTION, inFolder, problems, problemsIn } from './folder';

describe('file names', () => {
  const a = { 'environments/a.yaml': ENVIRONMENT };

  test.each([
    ['functions/p/Hello.yaml', 'name "Hello" is not a DNS label; allowed: '],
    [`functions/p/${'a'.repeat(61)}.yaml`, `name "${'a'.repeat(61)}" makes "fn-`],
    ['functions/my_project/a.yaml', 'name "my_project" is not a DNS label; allowed: '],
    ['functions/a.yaml', 'function outside a project; allowed: functions/<project>/<function>.yaml'],
    ['functions/p/deep/a.yaml', 'folder within a project; allowed: functions/<project>/<function>.yaml'],
    ['functions/p/a.yml', 'file "a.yml" would be ignored; rename it to "a.yaml"'],
    ['functions/p/a.YAML', 'file "a.YAML" would be ignored; rename it to "a.yaml"'],
    ['environments/b.yml', 'file "b.yml" would be ignored; rename it to "b.yaml"'],
    ['environments/B.yaml', 'name "B" is not a DNS label; allowed: '],
    ['environments/b/a.yaml', 'folder among the environments; allowed: <environment>.yaml files'],
  ])('%s', (path, problem) => {
    const found = problems({ ...a, [path]: path.startsWith('functions') ? FUNCTION : ENVIRONMENT });
    const place = ['my_project', 'deep', 'environments/b/'].some((part) => path.includes(part))
      ? path.replace(/\/[^/]*$/, '')
      : path;
    expect(found).toEqual([expect.stringContaining(`${place}:1: ${problem}`)]);
  });

  test('no environments folder', () => {
    expect(problems({ 'functions/p/a.yaml': FUNCTION })).toEqual([
      expect.stringMatching(
        /^environments:1: folder is missing in .*; allowed: a folder with <environment>\.yaml files$/,
      ),
    ]);
  });

  test('no environment', () => {
    expect(problems({ 'environments/README.md': '' })).toEqual([
      'environments:1: folder declares no environment; allowed: at least one <environment>.yaml',
    ]);
  });

  test('a link that leads nowhere', () => {
    inFolder({ ...a, 'functions/p/a.yaml': FUNCTION }, (root) => {
      symlinkSync('nowhere', join(root, 'functions/p/b.yaml'));
      expect(problemsIn(root)).toEqual(['functions/p/b.yaml:1: file cannot be read: ENOENT']);
    });
  });
});

describe('hosts', () => {
  const host = (...lines: string[]) => [FUNCTION.trimEnd(), ...lines].join('\n');

  test('the default host of two functions of one name', () => {
    const files = {
      'environments/a.yaml': ENVIRONMENT,
      'functions/p/f.yaml': FUNCTION,
      'functions/q/f.yaml': FUNCTION,
    };
    expect(problems(files)).toEqual([
      'functions/q/f.yaml:1: hosts[0] "f.example.com" leads to functions/q/f.yaml and to functions/p/f.yaml; allowed: one function per host, path and headers',
    ]);
  });

  test('a host and path in two files', () => {
    const files = {
      'environments/a.yaml': ENVIRONMENT,
      'functions/p/f.yaml': host('hosts: [x.com]', 'pathPrefixes: [/a, /b]'),
      'functions/q/g.yaml': host('pathPrefixes: [/b, /c]', 'hosts:', '- y.com', '- x.com'),
    };
    expect(problems(files)).toEqual([
      'functions/q/g.yaml:6: hosts[1] "x.com" with "/b" leads to functions/q/g.yaml and to functions/p/f.yaml; allowed: one function per host, path and headers',
    ]);
  });

  test('headers tell functions apart, unless a longer path takes the requests of those who send none', () => {
    const files = {
      'environments/a.yaml': ENVIRONMENT,
      'functions/p/f.yaml': host('hosts: [x.com]'),
      'functions/p/g.yaml': host('hosts: [x.com]', 'headers: [{ name: X-V, value: "2" }]'),
    };
    expect(() => problems(files)).toThrow('loaded');
    const more = {
      'functions/p/h.yaml': host('hosts: [x.com]', 'headers: [{ name: x-v, value: "2" }]'),
      'functions/p/i.yaml': host('hosts: [x.com]', 'pathPrefixes: [/api]', 'headers: [{ name: X-W }]'),
    };
    expect(problems({ ...files, ...more })).toEqual([
      'functions/p/h.yaml:3: hosts[0] "x.com" with "x-v: 2" leads to functions/p/h.yaml and to functions/p/g.yaml; allowed: one function per host, path and headers',
      'functions/p/i.yaml:3: hosts[0] "x.com" takes /api from functions/p/f.yaml: who asks for it without these headers gets 404; allowed: "/api" among the pathPrefixes of functions/p/f.yaml too',
    ]);
  });

  test('a header that is not right claims nothing', () => {
    const files = {
      'environments/a.yaml': ENVIRONMENT,
      'functions/p/f.yaml': host('hosts: [x.com]'),
      'functions/p/g.yaml': host('hosts: [x.com]', 'headers: [{ value: "2" }]'),
    };
    expect(problems(files)).toEqual([expect.stringMatching(/^functions\/p\/g\.yaml:4: headers\[0\]\.name is missing/)]);
  });

  test('an internal function has no public host, and one host in the cluster', () => {
    const files = {
      'environments/a.yaml': `${ENVIRONMENT}clusterDomain: k8s.test\n`,
      'functions/p/f.yaml': host('visibility: internal', 'hosts: [f.fn-p, x.com]'),
      'functions/p/g.yaml': host('visibility: internal'),
      'functions/q/h.yaml': host('hosts:', '- h.com', '- g.fn-p.svc.k8s.test', '- h.q.svc.cluster.local'),
    };
    expect(problems(files)).toEqual([
      'functions/p/f.yaml:4: hosts[1] "x.com" is public; allowed: with visibility internal: f.fn-p, f.fn-p.svc, f.fn-p.svc.k8s.test, and the like',
      'functions/q/h.yaml:5: hosts[1] "g.fn-p.svc.k8s.test" leads to functions/q/h.yaml and to functions/p/g.yaml; allowed: one function per host, path and headers',
      'functions/q/h.yaml:6: hosts[2] "h.q.svc.cluster.local" is not in the cluster\'s domain; allowed: names that end with ".k8s.test"',
    ]);
  });

  test('one path in two forms, in two files and in one', () => {
    const files = {
      'environments/a.yaml': ENVIRONMENT,
      'functions/p/f.yaml': host('hosts: [x.com]', 'pathPrefixes: [/api]'),
      'functions/q/g.yaml': host('hosts: [x.com]', 'pathPrefixes:', '- /api/', '- /v1', '- //v1', '- /a?b'),
    };
    expect(problems(files)).toEqual([
      'functions/q/g.yaml:3: hosts[0] "x.com" with "/api" leads to functions/q/g.yaml and to functions/p/f.yaml; allowed: one function per host, path and headers',
      'functions/q/g.yaml:7: pathPrefixes[2] "//v1" is the same as "/v1"; allowed: each item once',
      'functions/q/g.yaml:8: pathPrefixes[3] "/a?b" never matches: a request for it asks for "/a"; allowed: a path that starts with "/", decoded, such as /api',
    ]);
  });
});
