import { run } from '../../cli/program';
import { version } from '../../package.json';

let out: string;
let errors: string;
beforeEach(() => {
  [out, errors] = ['', ''];
  jest.spyOn(console, 'log').mockImplementation((text) => {
    out += `${text}\n`;
  });
  jest.spyOn(console, 'error').mockImplementation((text) => {
    errors += `${text}\n`;
  });
});
afterEach(() => jest.restoreAllMocks());

test('--version is that of the package', async () => {
  expect([await run(['--version']), out]).toEqual([0, `${version}\n`]);
});

test.each(['--help', '-h'])('%s lists the commands, and each says more', async (flag) => {
  expect(await run([flag])).toBe(0);
  const names = [...out.split('Commands:')[1]!.matchAll(/^ {2}([a-z-]+)/gm)].map(([, name]) => name!);
  expect(names).toEqual(expect.arrayContaining(['synth', 'explain', 'doctor']));
  for (const name of names) {
    out = '';
    expect(await run([name, flag])).toBe(0);
    expect(out).toMatch(
      new RegExp(`^Usage: cdk8s-keda-functions ${name} [^]*Exit code: 0[^]*\n {2}cdk8s-keda-functions ${name}`),
    );
    for (const line of out.split('\n')) expect([line, line.length <= 80]).toEqual([line, true]);
  }
  expect(errors).toBe('');
});

test('nothing asked is how to ask, and exit code 2', async () => {
  expect(await run([])).toBe(2);
  expect([out, errors]).toEqual(['', expect.stringMatching(/^Usage: cdk8s-keda-functions /)]);
});

test('a word that a terminal would obey is shown', async () => {
  expect([await run(['\u001b[2J']), errors]).toEqual([2, "error: unknown command '\\u001b[2J'\n"]);
});
