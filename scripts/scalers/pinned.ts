import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GoField, goFields } from './go-source';

// KEDA's own schema of its scalers, as this project keeps it: crds/scalers/scalers.json, a parameter a line.

/** Where KEDA reads a parameter from, in its words. */
export type Source = 'triggerMetadata' | 'resolvedEnv' | 'authParams';

/** A parameter as KEDA's schema has it, with what its Go source says besides. */
export interface Parameter {
  readonly name: string;
  /** The Go type of the value. */
  readonly type: string;
  readonly from: readonly Source[];
  readonly optional?: true;
  readonly default?: string;
  readonly allowedValue?: readonly string[];
  readonly exclusiveSet?: readonly string[];
  readonly separator?: string;
  readonly rangeSeparator?: string;
  readonly deprecated?: string;
  readonly deprecatedAnnounce?: string;
  /** All names of the value, where it has several. */
  readonly names?: readonly string[];
}

/** The parameters of each scaler, by its type. */
export type Scalers = { readonly [type: string]: readonly Parameter[] };

interface UpstreamParameter {
  readonly name: string;
  readonly metadataVariableReadable?: true;
  readonly envVariableReadable?: true;
  readonly triggerAuthenticationVariableReadable?: true;
}

export const SCALERS_FILE = 'crds/scalers/scalers.json';
const SCHEMA = 'schema/generated/scalers-schema.json';

/** The scalers of a folder with KEDA's source. */
export function scalersOfSource(folder: string): Scalers {
  const schema: { readonly scalers: { type: string; parameters: UpstreamParameter[] }[] } = JSON.parse(
    readFileSync(join(folder, SCHEMA), 'utf8'),
  );
  const fields = goFields(folder);
  const scalers = schema.scalers.map(({ type, parameters }): [string, Parameter[]] => {
    const left = [...(fields.get(type) ?? [])];
    return [type, parameters.map((parameter) => joined(type, parameter, left))];
  });
  return Object.fromEntries(scalers.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Takes the field of a parameter from those that are left: two may have one name, and then stand in the same order. */
function joined(scaler: string, upstream: UpstreamParameter, left: GoField[]): Parameter {
  const index = left.findIndex(({ names }) => names.includes(upstream.name));
  const field = left[index];
  if (!field) throw new Error(`scaler ${scaler}: no Go field is called "${upstream.name}"`);
  if (field.names.at(-1) === upstream.name) left.splice(index, 1);
  const { name, metadataVariableReadable, envVariableReadable, triggerAuthenticationVariableReadable, ...rest } =
    upstream;
  const from: [Source, true | undefined][] = [
    ['triggerMetadata', metadataVariableReadable],
    ['resolvedEnv', envVariableReadable],
    ['authParams', triggerAuthenticationVariableReadable],
  ];
  return {
    ...rest,
    name,
    type: field.type,
    from: from.flatMap(([source, readable]) => (readable ? source : [])),
    ...(field.names.length > 1 && { names: field.names }),
  };
}

/** The scalers that are pinned. */
export function pinnedScalers(root: string): Scalers {
  return JSON.parse(readFileSync(join(root, SCALERS_FILE), 'utf8'));
}

/** The scalers as crds/scalers/ keeps them. */
export function formatScalers(scalers: Scalers): string {
  const keys = ['name', 'type', 'from', 'optional', 'default', 'names'];
  const line = (parameter: Parameter) => {
    const entries = Object.entries(parameter).sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
    return `    ${JSON.stringify(Object.fromEntries(entries))}`;
  };
  const rank = (key: string) => (keys.includes(key) ? keys.indexOf(key) : keys.length);
  const blocks = Object.entries(scalers).map(
    ([type, parameters]) => `  ${JSON.stringify(type)}: [\n${parameters.map(line).join(',\n')}\n  ]`,
  );
  return `{\n${blocks.join(',\n')}\n}\n`;
}

/** What differs between two sets, one line each: `-` may break what exists, `~` may, `+` does not. */
export function compareScalers(before: Scalers, after: Scalers): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort().flatMap((type) => {
    const [was, is] = [before[type], after[type]];
    if (!was) return [`+ ${type}`];
    if (!is) return [`- ${type}`];
    return compareParameters(was, is).map((line) => line.replace(/^(.) /, `$1 ${type} `));
  });
}

function compareParameters(before: readonly Parameter[], after: readonly Parameter[]): string[] {
  const [old, now] = [before, after].map((all) => new Map(merged(all).map((each) => [each.name, each])));
  const gone = [...old.keys()].filter((name) => !now.has(name));
  const changed = new Map<string, string[]>();
  for (const [name, was] of old) {
    const is = now.get(name);
    for (const change of is ? changesOf(was, is) : []) changed.set(change, [...(changed.get(change) ?? []), name]);
  }
  const added = [...now.values()].filter(({ name }) => !old.has(name));
  const harmless = added.filter((is) => !isRequired(is)).map(({ name }) => name);
  return [
    ...gone.map((name) => `- ${name}`),
    // what must be given is missed by triggers that exist
    ...added.filter(isRequired).map(({ name }) => `- ${name} is new, and required`),
    ...[...changed].map(([change, names]) => `~ ${names.join(', ')} ${change}`),
    ...(harmless.length > 0 ? [`+ ${harmless.join(', ')}`] : []),
  ];
}

function changesOf(was: Parameter, is: Parameter): string[] {
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort() as (keyof Parameter)[];
  const text = (value: unknown) => (value === undefined ? 'none' : JSON.stringify(value));
  return keys
    .map((key) => [key, text(was[key]), text(is[key])])
    .filter(([, old, now]) => old !== now)
    .map(([key, old, now]) => `${key}: ${old} -> ${now}`);
}

/** Whether some source has to give a parameter. */
export const isRequired = ({ optional, default: standard, deprecated }: Parameter): boolean =>
  !optional && standard === undefined && deprecated === undefined;

/** Two of one name are one: the one that is required, else both together without what is deprecated. */
export function merged(parameters: readonly Parameter[]): Parameter[] {
  const byName = new Map<string, Parameter[]>();
  for (const each of parameters) byName.set(each.name, [...(byName.get(each.name) ?? []), each]);
  return [...byName.values()].map((same) => {
    const required = same.find(isRequired);
    const current = same.filter(({ deprecated }) => deprecated === undefined);
    if (same.length === 1 || required) return (required ?? same[0])!;
    return Object.assign({}, ...current, { from: [...new Set(current.flatMap(({ from }) => from))] });
  });
}
