import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  compareScalers,
  formatScalers,
  pinnedScalers,
  SCALERS_FILE,
  scalersOfSource,
} from '../../scripts/scalers/pinned';
import { differencesText, scalersOfRelease } from '../../scripts/scalers/release';

const ROOT = join(__dirname, '../..');

/** A scaler as KEDA's source has one: its struct, one that several share, and the schema that is made of them. */
const SOURCE = {
  'pkg/scaling/scalers_builder.go': `
	case "queue":
		return scalers.NewQueueScaler(ctx, config)
	case "bare":
		return scalers.NewBareScaler(config)`,
  'pkg/scalers/queue_scaler.go': `package scalers

type queueMetadata struct {
	TriggerIndex int
	Servers []string      \`keda:"name=server;servers, order=triggerMetadata;authParams"\`
	Length  *int64        \`keda:"name=length, order=triggerMetadata, default=5"\`
	Mode    queueMode     \`keda:"name=mode, order=triggerMetadata, enum=a;b, optional"\`
	Wait    time.Duration \`keda:"name=wait, order=triggerMetadata, optional"\`
	Auth    *common.Config \`keda:"optional"\`
	password string
}

type queueMode string

func NewQueueScaler(ctx context.Context, config *scalersconfig.ScalerConfig) (Scaler, error) {
`,
  'pkg/scalers/common/common.go': `package common

type Config struct {
	Basic    \`keda:"optional"\`
}

type Basic struct {
	Password string \`keda:"name=password, order=authParams"\`
}
`,
  'schema/generated/scalers-schema.json': JSON.stringify({
    scalers: [
      {
        type: 'queue',
        parameters: [
          {
            name: 'server',
            type: 'string',
            metadataVariableReadable: true,
            triggerAuthenticationVariableReadable: true,
          },
          {
            name: 'servers',
            type: 'string',
            metadataVariableReadable: true,
            triggerAuthenticationVariableReadable: true,
          },
          { name: 'length', type: 'string', default: '5', metadataVariableReadable: true },
          { name: 'mode', type: 'string', optional: true, allowedValue: ['a', 'b'], metadataVariableReadable: true },
          { name: 'wait', type: 'string', optional: true, metadataVariableReadable: true },
          { name: 'password', type: 'string', optional: true, triggerAuthenticationVariableReadable: true },
        ],
      },
    ],
  }),
};
const names = ['server', 'servers'];
const from = ['triggerMetadata' as const];
const SCALERS = {
  queue: [
    { name: 'server', type: '[]string', from: ['triggerMetadata' as const, 'authParams' as const], names },
    { name: 'servers', type: '[]string', from: ['triggerMetadata' as const, 'authParams' as const], names },
    { name: 'length', type: 'int64', from, default: '5' },
    { name: 'mode', type: 'string', from, optional: true as const, allowedValue: ['a', 'b'] },
    { name: 'wait', type: 'time.Duration', from, optional: true as const },
    { name: 'password', type: 'string', from: ['authParams' as const], optional: true as const },
  ],
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'source-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(files: { readonly [path: string]: string }, into = folder): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(into, path)), { recursive: true });
    writeFileSync(join(into, path), text);
  }
}

test('types and names are those of the Go source', () => {
  put(SOURCE);
  expect(scalersOfSource(folder)).toEqual(SCALERS);
});

test('a parameter that the source does not have is told', () => {
  put({ ...SOURCE, 'pkg/scalers/common/common.go': 'package common\n' });
  expect(() => scalersOfSource(folder)).toThrow('scaler queue: no Go field is called "password"');
});

test('a release is read from its source', async () => {
  put(SOURCE, join(folder, 'keda-2.22.0'));
  const archive = execFileSync('tar', ['-czf', '-', '-C', folder, 'keda-2.22.0']);
  const asked: string[] = [];
  const get = (url: string) => {
    asked.push(url);
    return Promise.resolve(new Response(new Uint8Array(archive)));
  };
  expect(await scalersOfRelease('2.22.0', get as typeof fetch)).toEqual(SCALERS);
  expect(asked).toEqual(['https://github.com/kedacore/keda/archive/refs/tags/v2.22.0.tar.gz']);
  const missing = () => Promise.resolve(new Response('', { status: 404 }));
  await expect(scalersOfRelease('9.9.9', missing as typeof fetch)).rejects.toThrow(
    'v9.9.9.tar.gz: status 404; allowed: a release that exists, or --source <folder>',
  );
});

test('the pinned scalers are as an upgrade writes them', () => {
  expect(readFileSync(join(ROOT, SCALERS_FILE), 'utf8')).toBe(formatScalers(pinnedScalers(ROOT)));
});

test('every kind of difference has its line', () => {
  const [server, servers, length, mode, wait, password] = SCALERS.queue;
  const after = {
    queue: [
      server!,
      servers!,
      { ...length!, default: '10' },
      { ...mode!, allowedValue: ['a'] },
      password!,
      { name: 'more', type: 'string', from, optional: true as const },
      { name: 'user', type: 'string', from },
    ],
    stream: [wait!],
  };
  const lines = [
    '- queue wait',
    '- queue user is new, and required',
    '~ queue length default: "5" -> "10"',
    '~ queue mode allowedValue: ["a","b"] -> ["a"]',
    '+ queue more',
    '+ stream',
  ];
  expect(compareScalers(SCALERS, after)).toEqual(lines);
  expect(compareScalers(after, { queue: after.queue })).toEqual(['- stream']);
  expect(differencesText(SCALERS, after)).toEqual([
    'Scalers: 1 of 1 changed, 1 new, 0 gone',
    ...lines.map((line) => `  ${line}`),
    'A scaler or parameter is gone, or a new one is required: look through the triggers of functions/ first.',
  ]);
  expect(differencesText(SCALERS, SCALERS)).toEqual(['Scalers: no difference']);
});
