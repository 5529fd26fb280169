import { loadCatalog } from '../../lib';
import { ENVIRONMENT, type Files, FUNCTION, inFolder } from './folder';

// Loads catalogs of 10,000 entries each and prints what it took: a process of its own, whose memory is nobody else's.

const COUNT = 10_000;
const lines = (entry: (index: number) => string) =>
  Array.from({ length: COUNT }, (_, index) => `${entry(index)}\n`).join('');
const fn = (yaml: string): Files => ({ 'environments/a.yaml': ENVIRONMENT, 'functions/p/f.yaml': FUNCTION + yaml });
const environment = (yaml: string): Files => ({
  'environments/a.yaml': ENVIRONMENT + yaml,
  'functions/p/f.yaml': FUNCTION,
});
const long = 'x'.repeat(1_000_000);

const CASES: { readonly [name: string]: Files } = {
  'unknown keys': fn(lines((i) => `key${i}: 1`)),
  'keys twice': fn(lines(() => 'port: 1')),
  'good hosts': fn(`hosts:\n${lines((i) => `  - h${i}.example.com`)}`),
  'bad hosts': fn(`hosts:\n${lines((i) => `  - H${i}.example.com`)}`),
  'a host again and again': fn(`hosts:\n${lines(() => '  - a.example.com')}`),
  'good env names': fn(`env:\n${lines((i) => `  E${i}: x`)}`),
  'bad env names': fn(`env:\n${lines((i) => `  "E ${i}": x`)}`),
  'bad env values': fn(`env:\n${lines((i) => `  E${i}: ${i}`)}`),
  'good path prefixes': fn(`pathPrefixes:\n${lines((i) => `  - /p${i}`)}`),
  'bad path prefixes': fn(`pathPrefixes:\n${lines((i) => `  - p${i}`)}`),
  'unknown projects': environment(`projects:\n${lines((i) => `  - p${i}`)}`),
  'unknown overrides': environment(`overrides:\n${lines((i) => `  p/f${i}: {}`)}`),
  'bad override values': environment(`overrides:\n  p/f:\n    env:\n${lines((i) => `      E${i}: ${i}`)}`),
  gateways: environment(`edge:\n  gateway:\n    parentRefs:\n${lines((i) => `      - name: g${i}`)}`),
  'hosts of an edge': environment(`edge:\n  ingress:\n    hosts:\n${lines((i) => `      - h${i}.example.com`)}`),
  flags: environment(`platform:\n  operator:\n    extraArgs:\n${lines((i) => `      - f${i}`)}`),
  'control characters': fn(`env:\n${lines((i) => `  E${i}: "\\x1b"`)}`),
  'broken lines': fn(lines(() => '"')),
  aliases: fn(`handler: &a x\nenv:\n${lines((i) => `  E${i}: *a`)}`),
  functions: {
    'environments/a.yaml': ENVIRONMENT,
    ...Object.fromEntries(
      Array.from({ length: 2000 }, (_, i) => [`functions/p/f${i}.yaml`, `${FUNCTION}hosts: [a.test]\n`]),
    ),
  },
  'a long key': fn(`? ${long}\n: 1\n`),
  'a long value': fn(`handler: [${long}]\n`),
  'a long host': fn(`hosts: ["${long}"]\n`),
  'a huge number': fn(`port: ${'9'.repeat(1_000_000)}\n`),
  'deep lists': fn(`handler: ${'['.repeat(COUNT)}\n`),
  'deep maps': fn(`handler: ${'{a: '.repeat(COUNT)}\n`),
  'deep dashes': fn(`handler:\n  ${'- '.repeat(COUNT)}x\n`),
  quotes: fn(`handler: ${'\\"'.repeat(400_000)}\n`),
};

for (const [name, files] of Object.entries(CASES)) {
  inFolder(files, (root) => {
    const start = performance.now();
    let problems: string[] = [];
    try {
      loadCatalog(root);
    } catch (error) {
      problems = [(error as Error).name, ...(error as Error).message.split('\n')];
    }
    const millis = Math.round(performance.now() - start);
    console.log(JSON.stringify({ name, millis, problems, peak: Math.round(process.resourceUsage().maxRSS / 1024) }));
  });
}
