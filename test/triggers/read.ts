import { App, Chart } from 'cdk8s';
import { parse } from 'yaml';
import type { Trigger } from '../../lib';
import { describe, list, Place, type Problem } from '../../lib/fields';
import { addTriggers } from '../../lib/triggers/add-triggers';
import { trigger } from '../../lib/triggers/fields';

const TRIGGERS = list(trigger());

function readRaw(raw: unknown, door: 'yaml' | 'code'): { triggers: Trigger[]; problems: string[] } {
  const problems: Problem[] = [];
  const triggers = TRIGGERS.read(raw, Place.root(door, problems).in('triggers')) ?? [];
  return { triggers, problems: problems.map((problem) => describe(problem)) };
}

/** What is wrong with one trigger in YAML. */
export const problemsOf = (yaml: string): string[] => readRaw([parse(yaml)], 'yaml').problems;

/** What is wrong with triggers in code. */
export const problemsInCode = (...triggers: Trigger[]): string[] => readRaw(TRIGGERS.write(triggers), 'code').problems;

/** What a ScaledObject and its authentications say, of triggers in YAML. */
export function renderYaml(yaml: string) {
  const { triggers, problems } = readRaw(parse(yaml), 'yaml');
  expect(problems).toEqual([]);
  return render(triggers);
}

/** The same, of triggers in code. */
export function render(triggers: Trigger[]) {
  const { triggers: checked, problems } = readRaw(TRIGGERS.write(triggers), 'code');
  expect(problems).toEqual([]);
  const chart = new Chart(new App(), 'chart', { disableResourceNameHashes: true });
  const written = addTriggers(chart, { name: 'fn-orders', namespace: 'fn-shop' }, checked);
  return { triggers: JSON.parse(JSON.stringify(written)), objects: chart.toJson() };
}
