// npm run triggers: writes what the library knows of KEDA's scalers, from crds/scalers/ and scripts/scalers/overrides.ts.
import './help.cjs';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { propsName } from '../lib/triggers/scaler-table';
import type { DocComment } from './doc-comments';
import { strayDescriptions } from './scalers/descriptions';
import { type ScalerModels, scalerModels, staleOverrides } from './scalers/model';
import { pinnedScalers } from './scalers/pinned';
import { TITLES, titleOf } from './scalers/titles';
import { describe, propsText, triggerText } from './scalers/typescript';

const ROOT = join(__dirname, '..');

/** What is generated, by its file. */
export function triggerFiles(root = ROOT): { readonly [file: string]: string } {
  const models = scalerModels(pinnedScalers(root));
  return {
    'lib/triggers/scalers.json': dataText(models),
    'lib/triggers/generated/props.ts': propsText(models),
    'lib/triggers/generated/trigger.ts': triggerText(models),
  };
}

/** What each scaler and parameter is, as a doc comment of its props says it. */
export function scalerDocs(): Map<string, DocComment> {
  const docs = Object.entries(scalerModels(pinnedScalers(ROOT))).flatMap(
    ([type, { parameters }]): [string, DocComment][] => {
      const of = propsName(type);
      const entries = Object.entries(parameters).flatMap(([name, parameter]): [string, DocComment][] => [
        [`${of}.${name}`, { text: describe(type, name, parameter) }],
        [`${of}.${name}FromEnv`, { text: `Variable of the container that holds ${name}.` }],
      ]);
      return [
        [of, { text: `${titleOf(type)}.` }],
        [`${of}.type`, { text: `${titleOf(type)}.` }],
        [`${of}.metadata`, { text: 'What else the scaler is told.' }],
        ...entries,
      ];
    },
  );
  return new Map([...docs, ['UntypedTriggerProps.type', { text: 'The scaler, whether KEDA has it or not.' }]]);
}

/** A parameter a line, so that a difference is seen. */
function dataText(models: ScalerModels): string {
  const scalers = Object.entries(models).map(([type, { parameters, ...rest }]) => {
    const lines = Object.entries(parameters).map(([name, each]) => `${JSON.stringify(name)}:${JSON.stringify(each)}`);
    return `${JSON.stringify(type)}:{${Object.entries(rest)
      .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)},`)
      .join('')}"parameters":{\n${lines.join(',\n')}}}`;
  });
  return `{${scalers.join(',\n')}}\n`;
}

/** What a person has to write or to take away, after another release of KEDA. */
export function openPoints(root = ROOT): string[] {
  const pinned = pinnedScalers(root);
  const models = scalerModels(pinned);
  const has = (type: string, name: string) => models[type]?.parameters[name] !== undefined;
  const names = new Set(Object.values(models).flatMap(({ parameters }) => Object.keys(parameters)));
  return [
    ...Object.keys(models)
      .filter((type) => TITLES[type] === undefined)
      .map((type) => `scripts/scalers/titles.ts: ${type} has no title`),
    ...Object.keys(TITLES)
      .filter((type) => !models[type])
      .map((type) => `scripts/scalers/titles.ts: ${type} is not a scaler`),
    ...strayDescriptions(has, (name) => names.has(name)).map(
      (key) => `scripts/scalers/descriptions.ts: ${key} is not a parameter`,
    ),
    ...staleOverrides(pinned).map((key) => `scripts/scalers/overrides.ts: ${key} is not there, or needs no override`),
  ];
}

if (require.main === module) {
  for (const [file, text] of Object.entries(triggerFiles())) writeFileSync(join(ROOT, file), text);
  for (const point of openPoints()) console.log(point);
}
