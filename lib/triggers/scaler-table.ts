import { ensure } from '../ensure';
import { anyText, type Field, type Fields, map, named, type Rule, Table, text } from '../fields';
import { variableName } from '../fields/names';
import { COMMON } from './common-fields';
import { COMMON_RULES, SCALER_RULES } from './rules';
import { FROM_ENV, type TriggerSettings } from './scaler-trigger';
import type { Scaler, ScalerParameter } from './scalers';
import { parameterField } from './values';

const tables = new Map<string, Table<TriggerSettings>>();

/** The settings of a trigger of a scaler; made when first asked for. */
export function scalerTable(type: string, scaler: Scaler): Table<TriggerSettings> {
  return ensure(tables, type, () => makeTable(type, scaler));
}

function makeTable(type: string, scaler: Scaler): Table<TriggerSettings> {
  const parameters = Object.entries(scaler.parameters).flatMap(([name, parameter]) => entriesOf(name, parameter));
  const fields = {
    type: { ...named({ [type]: type }), required: true },
    ...Object.fromEntries(parameters),
    ...(scaler.free !== undefined && { metadata: freeMetadata(scaler.free, scaler) }),
    ...COMMON,
  };
  const rules = [...COMMON_RULES, ...twoNames(scaler), ...(SCALER_RULES[type] ?? [])];
  return new Table(propsName(type), fields as unknown as Fields<TriggerSettings>, rules);
}

function entriesOf(name: string, parameter: ScalerParameter): [string, object][] {
  if (parameter.removed !== undefined) return [];
  const onlyHere = parameter.required && parameter.from === 'm' && !parameter.names;
  return [
    ...(parameter.from.includes('m')
      ? [[name, { ...parameterField(parameter), required: onlyHere ?? false }] as [string, object]]
      : []),
    ...(parameter.from.includes('e') ? [[`${name}${FROM_ENV}`, variableName()] as [string, object]] : []),
  ];
}

/** What a scaler is told beside the parameters that it names. */
function freeMetadata(prefix: string, { parameters }: Scaler): Field<{ [name: string]: string }> {
  const allowed = prefix === '' ? 'the name of a parameter' : `a name that begins with ${prefix}`;
  const name = text({
    pattern: new RegExp(`^${prefix.replaceAll('.', '\\.')}\\S+$`),
    allowed,
    fault: (key) =>
      Object.hasOwn(parameters, key)
        ? { reason: 'stands beside type', allowed: 'in metadata what has no key of its own' }
        : undefined,
  });
  return map(name, anyText());
}

/** Of the names of one value KEDA takes the first that is given. */
function twoNames({ parameters }: Scaler): Rule<TriggerSettings>[] {
  const groups = new Set(Object.values(parameters).flatMap(({ names }) => names?.join() ?? []));
  return [...groups].map((joined) => {
    const names = joined.split(',').flatMap((name) => [name, `${name}${FROM_ENV}`]);
    return {
      props: names,
      check(_, given) {
        const [first, second] = names.filter((name) => given[name] !== undefined);
        return second === undefined
          ? undefined
          : { prop: second, reason: `is given beside ${first}`, allowed: 'one of them: they are names of one value' };
      },
    };
  });
}

/** The interface of the props of a scaler. */
export function propsName(type: string): string {
  const words = type.split('-').map((word) => `${word[0]!.toUpperCase()}${word.slice(1)}`);
  return `${words.join('')}TriggerProps`;
}
