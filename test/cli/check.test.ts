import Ajv from 'ajv';
import { run } from '../../cli/program';
import { ENVIRONMENT, type Files, FUNCTION, inFolder } from '../catalog/folder';

let out: string;
beforeEach(() => {
  out = '';
  jest.spyOn(console, 'log').mockImplementation((text) => {
    out += text;
  });
});
afterEach(() => jest.restoreAllMocks());

const RIGHT = { 'environments/prod.yaml': ENVIRONMENT, 'functions/shop/cart.yaml': FUNCTION };
const WRONG = { ...RIGHT, 'functions/shop/cart.yaml': `${FUNCTION}prot: 1\ncpu: x\n` };
/** What only the whole tree shows: one quota is too small for what KEDA does with it, and a variable that looks like a secret. */
const WARNED = { ...RIGHT, 'functions/shop/cart.yaml': `${FUNCTION}env: { DB_PASSWORD: hunter2hunter2 }\n` };

const check = (files: Files, ...args: string[]) =>
  inFolder(files, async (root) => {
    const code = await run(['check', '--folder', root, ...args]);
    return { code, text: out.replaceAll(`${root}/`, '').replaceAll(root.slice(1), '') };
  });

test('what is right is exit code 0, and nothing is written', async () => {
  expect(await check(RIGHT)).toEqual({ code: 0, text: '0 errors, 0 warnings' });
});

test('what is wrong is a line each, and exit code 1', async () => {
  const { code, text } = await check(WRONG);
  expect([code, text.split('\n').map((line) => line.slice(0, 45))]).toEqual([
    1,
    [
      'error: functions/shop/cart.yaml:3: prot is an',
      'error: functions/shop/cart.yaml:4: cpu "x" is',
      '2 errors, 0 warnings',
    ],
  ]);
});

test('a warning names the file that declares it, and is exit code 0', async () => {
  const { code, text } = await check(WARNED);
  expect([code, text]).toEqual([
    0,
    expect.stringMatching(
      /^warning: functions\/shop\/cart.yaml:1: prod\/functions\/shop\/cart: .*DB_PASSWORD.*\n0 errors, 1 warning$/,
    ),
  ]);
});

test('what the whole tree shows is an error of the file that declares it', async () => {
  const twice = { ...RIGHT, 'environments/prod.yaml': `${ENVIRONMENT}kedaNamespace: fn-shop\n` };
  const { code, text } = await check(twice);
  expect([code, text.split('\n')[0]]).toEqual([
    1,
    expect.stringMatching(/^error: environments\/prod.yaml:1: prod\/.* is also made by prod\//),
  ]);
});

test('as JSON', async () => {
  const { code, text } = await check(WRONG, '--output', 'json');
  expect(code).toBe(1);
  expect(JSON.parse(text)[0]).toEqual({
    severity: 'error',
    file: 'functions/shop/cart.yaml',
    line: 3,
    message: expect.stringMatching(/^prot is an unknown key; did you mean port\?/),
  });
});

test('as SARIF, with what GitHub asks of it', async () => {
  const { code, text } = await check(WRONG, '--output', 'sarif');
  expect(code).toBe(1);
  const sarif = JSON.parse(text);
  const text1 = { type: 'object', required: ['text'] };
  const location = {
    required: ['physicalLocation'],
    properties: {
      physicalLocation: {
        required: ['artifactLocation', 'region'],
        properties: {
          artifactLocation: { properties: { uri: { const: 'functions/shop/cart.yaml' } }, required: ['uri'] },
          region: { properties: { startLine: { type: 'integer', minimum: 1 } }, required: ['startLine'] },
        },
      },
    },
  };
  const schema = {
    required: ['$schema', 'version', 'runs'],
    properties: { version: { const: '2.1.0' } },
  };
  const validate = new Ajv({ strict: false });
  expect(validate.validate(schema, sarif)).toBe(true);
  const [{ tool, results }] = sarif.runs;
  expect(tool.driver).toMatchObject({ name: 'cdk8s-keda-functions', version: expect.stringMatching(/^\d/) });
  const rules = tool.driver.rules.map(({ id }: { id: string }) => id);
  expect(results).toHaveLength(2);
  for (const result of results) {
    expect(rules).toContain(result.ruleId);
    expect(result.level).toBe('error');
    expect(validate.validate(text1, result.message)).toBe(true);
    expect([validate.validate(location, result.locations[0]), validate.errors]).toEqual([true, null]);
  }
});
