// npm run triggers: writes what the library knows of KEDA's scalers, from crds/scalers/ and scripts/scalers/overrides.ts.
import './help.cjs';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { propsName } from '../lib/triggers/scaler-table';
import type { DocComment } from './doc-comments';
import { strayDescriptions } from './scalers/descriptions';
import { type ScalerModels, scalerModels } from './scalers/model';
import { pinnedScalers } from './scalers/pinned';
import { TITLES } from './scalers/titles';
import { describe, propsText, triggerText } from './scalers/typescript';

const ROOT = join(__dirname, '..');

/** What is generated, by its file. */
export function triggerFiles(root = ROOT): { readonly [file: string]: string } {
  const models = scalerModels(pinnedScalers(root));
  checkTexts(models);
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
        [of, { text: `${TITLES[type]}.` }],
        [`${of}.type`, { text: `${TITLES[type]}.` }],
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

/** Every scaler has a title, and every text is of what there is. */
function checkTexts(models: ScalerModels): void {
  const untitled = Object.keys(models).filter((type) => TITLES[type] === undefined);
  const has = (type: string, name: string) => models[type]?.parameters[name] !== undefined;
  const names = new Set(Object.values(models).flatMap(({ parameters }) => Object.keys(parameters)));
  const stray = [
    ...Object.keys(TITLES).filter((type) => !models[type]),
    ...strayDescriptions(has, (name) => names.has(name)),
  ];
  if (untitled.length > 0)
    throw new Error(`scalers without a title in scripts/scalers/titles.ts: ${untitled.join(', ')}`);
  if (stray.length > 0) throw new Error(`texts of what KEDA's schema does not have: ${stray.join(', ')}`);
}

if (require.main === module) {
  for (const [file, text] of Object.entries(triggerFiles())) writeFileSync(join(ROOT, file), text);
}
