import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import { loadAll } from 'js-yaml';
import { Environment, FunctionChart, InputError, Runtime, toFiles } from '../../lib';

const ALLOWED = 'which YAML cannot carry; allowed: text without control characters and half characters';

function configMap(app: App, rest: object): ApiObject {
  return new ApiObject(new Chart(app, 'c'), 'x', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'x' },
    ...rest,
  });
}

test.each([
  ['\0', 'U+0000', '\\u0000'],
  ['\u001b', 'U+001B', '\\u001b'],
  ['\u007f', 'U+007F', '\\u007f'],
  ['\u0085', 'U+0085', '\\u0085'],
  ['\u009f', 'U+009F', '\\u009f'],
  ['\ufffe', 'U+FFFE', '\ufffe'],
  ['\uffff', 'U+FFFF', '\uffff'],
  ['\ud800', 'U+D800', '\\ud800'],
])('%j is refused with the place of the text', (character, number, shown) => {
  const app = new App();
  const environment = new Environment(app, 'e', { domain: 'a.b' });
  const env = { A: `x${character}` };
  new FunctionChart(environment, 'f', { project: 'p', runtime: Runtime.GO, image: 'a:1', env });
  expect(() => toFiles(app)).toThrow(
    new InputError(
      `e/f/deployment: spec.template.spec.containers[0].env[0].value "x${shown}" holds ${number}, ${ALLOWED}`,
    ),
  );
});

test('all of them are told, in keys, lists and patches too, one line each', () => {
  const app = new App();
  const object = configMap(app, { data: { 'a\nb\u0001': 'x', 'a/b': '\u0002' }, list: [['\u0003']], huge: -Infinity });
  object.addJsonPatch(JsonPatch.add('/data/patched', '\u0004'));
  expect(() => toFiles(app)).toThrow(
    new InputError(
      `c/x: data key "a\\nb\\u0001" holds U+0001, ${ALLOWED}`,
      `c/x: data.patched "\\u0004" holds U+0004, ${ALLOWED}`,
      `c/x: data["a/b"] "\\u0002" holds U+0002, ${ALLOWED}`,
      'c/x: huge -Infinity is not a number that JSON has; allowed: a finite one',
      `c/x: list[0][0] "\\u0003" holds U+0003, ${ALLOWED}`,
    ),
  );
});

test('what a reader would take for the end of a line stays within its text', () => {
  const app = new App();
  const data = {
    a: 'x\u2028          command:\u2028            - sh',
    b: '---\u2028\nc: d\u2029\n',
    'c\u2028d': '\ufeff\r\n',
  };
  configMap(app, { data });
  const { 'c.yaml': file } = toFiles(app);
  expect(file).not.toMatch(/[\r\u0085\u2028\u2029\ufeff]/);
  expect(loadAll(file)).toMatchObject([{ data }]);
});
