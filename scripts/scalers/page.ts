import { KEDA_VERSION } from '../../lib/platform/versions';
import { allScalers, type ScalerParameter } from '../../lib/triggers/scalers';
import { parameterField } from '../../lib/triggers/values';
import { inWords, markdownTable } from '../settings';
import { camelCase } from './names';
import { titleOf } from './titles';
import { describe } from './typescript';

const HEAD = ['parameter', 'value', 'from', 'default', 'what it is'];
const SOURCES: { readonly [letter: string]: string } = { m: 'trigger', e: 'variable', a: 'authentication' };
const code = (text: string) => `\`${text}\``;

/** Every scaler with its parameters. */
export function scalersList(): string {
  const scalers = Object.entries(allScalers());
  const count = scalers.reduce((sum, [, { parameters }]) => sum + Object.keys(parameters).length, 0);
  const sections = scalers.map(([type, { parameters, free, deprecated }]) => {
    const rows = Object.entries(parameters).map(([name, parameter]) => rowOf(type, name, parameter));
    const more = free === undefined ? [] : [freeRow(free)];
    const note = deprecated === undefined ? '' : ` KEDA says: ${deprecated}`;
    const title = `${titleOf(type)}. In code ${code(`Trigger.${camelCase(type)}`)}.${note}`;
    return `### ${type}\n\n${title}\n\n${markdownTable([HEAD, ...rows, ...more])}`;
  });
  return [`The ${scalers.length} scalers of KEDA ${KEDA_VERSION} with their ${count} parameters.`, ...sections].join(
    '\n\n',
  );
}

function rowOf(type: string, name: string, parameter: ScalerParameter): string[] {
  const { from, required, removed, default: standard } = parameter;
  if (removed !== undefined) return [code(name), '', '', '', `Refused: KEDA no longer takes it. Instead: ${removed}.`];
  const sources = [...from].map((letter) => (letter === 'e' ? code(`${name}FromEnv`) : SOURCES[letter]!));
  return [
    code(name),
    formOf(parameter),
    sources.join(', '),
    required ? '**required**' : standard === undefined || standard === '' ? '' : code(standard),
    describe(type, name, { ...parameter, allowed: undefined }),
  ];
}

function formOf(parameter: ScalerParameter): string {
  if (parameter.kind === 'text' && !parameter.allowed) return 'text';
  if (parameter.kind === 'boolean') return '`true`, `false`';
  const { schema } = parameterField(parameter);
  if (schema.enum) return parameter.allowed!.map(code).join(', ');
  return (schema.errorMessage as string | undefined) ?? inWords(schema);
}

function freeRow(prefix: string): string[] {
  const names = prefix === '' ? 'any name' : `names that begin with ${code(prefix)}`;
  return [code('metadata'), `a map of ${names} to texts`, 'trigger', '', 'What else the scaler is told.'];
}
