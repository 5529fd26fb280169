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
import { type Api, pause, run } from '../kit/api';
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

// a node of two cores has no room for the CPU requests of two hundred pods
const FUNCTION = `runtime: go\nimage: ${image('go')}\ncpu: 1m\ninitialCooldown: 0s\n`;

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
  const rows: [number, string, string][] = [];
  for (const count of COUNTS) {
    for (let i = 0; i < count; i++) repository.write(`functions/bench/f${i}.yaml`, FUNCTION);
    const together = await push(`${count} functions added`);
    repository.edit('functions/bench/f0.yaml', (text) => text.replace('1m', '2m'));
    const one = await push(`One of ${count} changed`);
    rows.push([count, `${together.toFixed(0)} s`, `${one.toFixed(1)} s`]);
  }

  await pause(30_000);
  const atRest = await during(api);
  programs.stop();
  const without = await during(api);
  const most = COUNTS.at(-1);
  const markdown = [
    `${tool.name}, told of each push by a webhook. All functions are in one project.`,
    '',
    table(['functions', 'all added at once: healthy after', 'one of them changed: healthy after'], rows),
    '',
    `Requests to the API server a minute, at rest with ${most} functions, over ${REST} s:`,
    '',
    table(
      ['verb', 'with it', 'without it'],
      [...new Set([...Object.keys(atRest), ...Object.keys(without)])]
        .sort()
        .map((verb) => [verb, (atRest[verb] ?? 0).toFixed(0), (without[verb] ?? 0).toFixed(0)]),
    ),
  ].join('\n');
  writeResults(`gitops-${values.tool}`, { rows, atRest, without, rest: REST }, markdown);
}

async function during(api: Api): Promise<Requests> {
  const before = await requests(api);
  await pause(REST * 1000);
  return perMinute(before, await requests(api), REST);
}

run(measure);
