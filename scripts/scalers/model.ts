import type { Scaler, ScalerParameter } from '../../lib/triggers/scalers';
import { ADDED, CHANGED, DROPPED, FREE, KINDS } from './overrides';
import { merged, type Parameter, type Scalers, type Source } from './pinned';

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
  return Object.fromEntries(models);
}

const addedTo = (type: string) =>
  ADDED.filter(({ scalers }) => scalers.includes(type)).flatMap(({ parameters }) => parameters);

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

/** Overrides of what is not there, or of what the schema has by itself: they would stay for good. */
export function staleOverrides(pinned: Scalers): string[] {
  const has = (key: string) => {
    const [type, name] = key.split(/\.(.*)/);
    return [...(pinned[type!] ?? []), ...addedTo(type!)].some((parameter) => parameter.name === name);
  };
  const added = ADDED.flatMap(({ scalers, parameters }) =>
    scalers.flatMap((type) => parameters.map(({ name }) => ({ type, name }))),
  );
  return [
    ...[...Object.keys(CHANGED), ...DROPPED, ...Object.keys(KINDS)].filter((key) => !has(key)),
    ...Object.keys(FREE).filter((type) => !pinned[type]),
    ...added
      .filter(({ type, name }) => !pinned[type] || pinned[type].some((each) => each.name === name))
      .map(({ type, name }) => `${type}.${name}`),
  ];
}
