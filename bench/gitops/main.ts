// Time from a push to healthy for so many functions, and what the tool asks of the API server at rest.
// `npm run bench:gitops -- --tool argocd --functions 1,50,200 --rest 180`, after test/e2e/kit/programs.sh
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { image } from '../../test/e2e/cluster';
import { ARGO_CD } from '../../test/e2e/kit/argocd';
import { FLUX } from '../../test/e2e/kit/flux';
import { Programs } from '../../test/e2e/kit/programs';
import { Repository } from '../../test/e2e/kit/repository';
import type { GitOpsTool } from '../../test/e2e/kit/tool';
import { type Api, pause, run, until } from '../kit/api';
import { table, writeResults } from '../kit/results';
import { perMinute, type Requests, requests } from './requests';

const { values } = parseArgs({
  options: {
    tool: { type: 'string', default: 'argocd' },
    functions: { type: 'string', default: '1,50,200' },
    rest: { type: 'string', default: '180' },
  },
});
const TOOLS: { readonly [name: string]: GitOpsTool } = { argocd: ARGO_CD, flux: FLUX };
const COUNTS = values.functions.split(',').map(Number);
const REST = Number(values.rest);
const SECONDS = 600;
const SETTLES = 15_000;

interface Row {
  readonly count: number;
  readonly added: number;
  readonly changed: number;
  /** A minute, at rest. */
  readonly requests: Requests;
}

// a node of two cores has no room for what two hundred pods request
const FUNCTION = `runtime: go\nimage: ${image('go')}\ncpu: 1m\nmemory: 16Mi\ninitialCooldown: 0s\n`;

async function measure(api: Api): Promise<void> {
  const tool = TOOLS[values.tool];
  if (!tool) throw new Error(`--tool ${values.tool}: allowed: ${Object.keys(TOOLS).join(', ')}`);
  const programs = new Programs();
  const repository = await Repository.open(programs);
  repository.remove('functions/my-project');
  repository.editYaml('environments/production.yaml', ({ domain }) => ({
    domain,
    gitops: tool.declare(repository.url),
  }));
  const first = repository.push('The platform');
  await tool.start(programs);
  tool.handOver(join(repository.folder, 'dist/production/gitops'));
  await tool.untilArrived(first, [], SECONDS);

  const push = async (what: string) => {
    const commit = repository.push(what);
    const start = performance.now();
    tool.refresh();
    await tool.untilArrived(commit, [], SECONDS);
    const seconds = (performance.now() - start) / 1000;
    console.error(`${what}: ${seconds.toFixed(1)} s`);
    return seconds;
  };
  const rows: Row[] = [];
  for (const count of COUNTS) {
    for (let i = 0; i < count; i++) repository.write(`functions/bench/f${i}.yaml`, FUNCTION);
    const added = await push(`${count} functions added`);
    repository.edit('functions/bench/f0.yaml', (text) => text.replace('cpu: 1m', 'cpu: 2m'));
    const changed = await push(`One of ${count} changed`);
    await until('all at zero', SECONDS, async () => (await api.podsPerFunction('fn-bench')).size === 0);
    await pause(SETTLES);
    rows.push({ count, added, changed, requests: await during(api) });
    write(tool, rows);
  }
  programs.stop();
  write(tool, rows, await during(api));
}

/** After each step, so that one that takes too long does not cost the others. */
function write(tool: GitOpsTool, rows: Row[], without?: Requests): void {
  const line = ({ count, added, changed, requests }: Row) => [
    count,
    added.toFixed(0),
    changed.toFixed(0),
    total(requests),
  ];
  const verbs = [...new Set([...Object.keys(rows.at(-1)!.requests), ...Object.keys(without ?? {})])].sort();
  const markdown = [
    `${tool.name}, told of each push by what its webhook does. All functions are in one project and at zero.`,
    '',
    table(
      ['functions', 'all added: s until healthy', 'one changed: s until healthy', 'API requests a minute, at rest'],
      rows.map(line),
    ),
    '',
    `By verb, with ${rows.at(-1)!.count} functions, of all clients together, over ${REST} s:`,
    '',
    table(
      ['verb', 'with it', 'without it'],
      verbs.map((verb) => [
        verb,
        (rows.at(-1)!.requests[verb] ?? 0).toFixed(0),
        without ? (without[verb] ?? 0).toFixed(0) : '',
      ]),
    ),
  ].join('\n');
  writeResults(`gitops-${values.tool}`, { rows, without, rest: REST }, markdown);
}

const total = (requests: Requests) =>
  Object.values(requests)
    .reduce((sum, count) => sum + count, 0)
    .toFixed(0);

async function during(api: Api): Promise<Requests> {
  const before = await requests(api);
  await pause(REST * 1000);
  return perMinute(before, await requests(api), REST);
}

run(measure);
