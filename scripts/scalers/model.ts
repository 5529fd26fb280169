import type { Scaler, ScalerParameter } from '../../lib/triggers/scalers';
import { ADDED, CHANGED, DROPPED, FREE, KINDS } from './overrides';
import type { Parameter, Scalers, Source } from './pinned';

/** Each scaler by its type: lib/triggers/scalers.json. */
export type ScalerModels = { readonly [type: string]: Scaler };

const LETTERS: { readonly [source in Source]: string } = { triggerMetadata: 'm', resolvedEnv: 'e', authParams: 'a' };

/** What the library knows of the scalers: what is pinned, mended by the overrides. */
export function scalerModels(pinned: Scalers): ScalerModels {
  const models = Object.entries(pinned).map(([type, parameters]): [string, Scaler] => {
    const mended = merged([
      ...parameters.map((each) => ({ ...each, ...CHANGED[`${type}.${each.name}`] })),
      ...addedTo(type),
    ]);
    const entries = mended
      .filter(({ name }) => !DROPPED.includes(`${type}.${name}`) && name !== `${FREE[type]}*`)
      .map((parameter) => [parameter.name, modelOf(type, parameter)]);
    const [announced] = mended.flatMap(({ deprecatedAnnounce }) => deprecatedAnnounce ?? []);
    return [
      type,
      {
        parameters: Object.fromEntries(entries),
        ...(FREE[type] !== undefined && { free: FREE[type] }),
        ...(announced && { deprecated: announced }),
      },
    ];
  });
  checkOverrides(pinned);
  return Object.fromEntries(models);
}

const addedTo = (type: string) =>
  ADDED.filter(({ scalers }) => scalers.includes(type)).flatMap(({ parameters }) => parameters);

/** Two of one name are one: the one that is required, else both together without what is deprecated. */
export function merged(parameters: readonly Parameter[]): Parameter[] {
  const byName = new Map<string, Parameter[]>();
  for (const each of parameters) byName.set(each.name, [...(byName.get(each.name) ?? []), each]);
  return [...byName.values()].map((same) => {
    const required = same.find(({ optional, default: standard }) => !optional && standard === undefined);
    const current = same.filter(({ deprecated }) => deprecated === undefined);
    if (same.length === 1 || required) return (required ?? same[0])!;
    return Object.assign({}, ...current, { from: [...new Set(current.flatMap(({ from }) => from))] });
  });
}

function modelOf(scaler: string, parameter: Parameter): ScalerParameter {
  const {
    name,
    type,
    from,
    optional,
    default: standard,
    allowedValue,
    exclusiveSet,
    separator,
    deprecated,
    names,
  } = parameter;
  return {
    kind: KINDS[`${scaler}.${name}`] ?? kindOf(type),
    from: from.map((source) => LETTERS[source]).join(''),
    ...(!optional && standard === undefined && { required: true as const }),
    ...(standard !== undefined && { default: standard }),
    ...(allowedValue && { allowed: allowedValue }),
    ...(exclusiveSet && { exclusive: exclusiveSet }),
    ...(separator && { separator }),
    ...(names && { names }),
    ...(deprecated !== undefined && { removed: adviceOf(deprecated) }),
  };
}

/** What a Go type is in YAML. */
function kindOf(type: string): ScalerParameter['kind'] {
  if (type === 'time.Duration') return 'duration';
  if (type.startsWith('map[string]') && !type.includes('[]')) return 'map';
  if (type.startsWith('[]')) return 'list';
  if (type === 'bool') return 'boolean';
  if (type === 'float64') return 'number';
  if (/^u?int\d*$/.test(type)) return 'integer';
  // a query such as a=b&c=d is a text too
  if (type === 'string' || type === 'url.Values' || type === 'map[string][]string') return 'text';
  throw new Error(`Go type ${type}: what it is in YAML is not known; scripts/scalers/model.ts says it of others`);
}

/** What KEDA's message advises, without what it says of the release. */
function adviceOf(message: string): string {
  const advice = (message.split(' - ')[1] ?? message).replace(/\.$/, '');
  const [, instead] = /^Use (.+) instead$/.exec(advice) ?? [];
  return (instead ?? advice).replaceAll("'", '');
}

/** An override of what is no longer there would be forgotten for good. */
function checkOverrides(pinned: Scalers): void {
  const has = (key: string) => {
    const [type, name] = key.split(/\.(.*)/);
    return [...(pinned[type!] ?? []), ...addedTo(type!)].some((parameter) => parameter.name === name);
  };
  const stale = [...Object.keys(CHANGED), ...DROPPED, ...Object.keys(KINDS)].filter((key) => !has(key));
  const known = ADDED.flatMap(({ scalers, parameters }) =>
    scalers.flatMap((type) =>
      parameters
        .filter(({ name }) => !pinned[type] || pinned[type].some((each) => each.name === name))
        .map(({ name }) => `${type}.${name}`),
    ),
  );
  if (stale.length > 0) throw new Error(`overrides of what KEDA's schema does not have: ${stale.join(', ')}`);
  if (known.length > 0) throw new Error(`overrides add what KEDA's schema has: ${known.join(', ')}`);
}
