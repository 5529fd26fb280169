import type { Field, Place, Schema } from '../fields';
import { isMap, type Raw } from '../fields/field';
import { closest } from '../fields/spelling';
import { UNTYPED } from './common-fields';
import { Trigger } from './generated/trigger';
import { scalerTable } from './scaler-table';
import { FROM_ENV, ScalerTrigger, type TriggerSettings } from './scaler-trigger';
import { allScalers, type Scaler } from './scalers';
import { reportMissing, reportUnread, waysOf } from './sources';

/** The file with the JSON Schema of a trigger: every scaler has one, and more than one file needs it. */
export const TRIGGER_SCHEMA = 'trigger.schema.json';
const ALLOWED = 'a map with type, the scaler, and its parameters';

/** A trigger of any scaler, told apart by `type`. */
export function trigger(): Field<Trigger> {
  return {
    schema: { $ref: TRIGGER_SCHEMA } satisfies Schema,
    allowed: ALLOWED,
    read(raw, place) {
      if (!isMap(raw)) return place.refuse(raw, ALLOWED);
      if (raw.untyped !== undefined) {
        refuseKeys(raw, UNTYPED.keys, place);
        const props = UNTYPED.readWhole(known(raw, UNTYPED.keys), place);
        return props && Trigger._of(props.type, withoutType(props as unknown as TriggerSettings));
      }
      const scaler = scalerOf(raw, place);
      return scaler && readScaler(String(raw.type), scaler, raw, place);
    },
    write(value) {
      if (!(value instanceof ScalerTrigger)) return value;
      const props = { ...value._props, type: value.type } as unknown as TriggerSettings;
      if (props.untyped !== undefined) return UNTYPED.write(props as never);
      const scaler = allScalers()[value.type];
      // what the table does not know is refused when it is read
      return scaler ? { ...props, ...(scalerTable(value.type, scaler).write(props) as object) } : props;
    },
  };
}

function scalerOf({ type, ...rest }: { readonly [key: string]: unknown }, place: Place): Scaler | undefined {
  const types = Object.keys(allScalers());
  if (typeof type === 'string' && types.includes(type)) return allScalers()[type];
  const allowed = `${types.join(', ')}; or any other with untyped in place of parameters`;
  if (type !== undefined) {
    const meant = typeof type === 'string' ? meantBy(type, types) : undefined;
    place.in('type').report({ value: type, reason: 'is not a scaler of KEDA', meant, allowed });
    return undefined;
  }
  const slip = Object.keys(rest).find((key) => meantBy(key, ['type']));
  if (slip === undefined) place.in('type').report({ reason: 'is missing', allowed });
  else
    place
      .in(slip)
      .report({ reason: 'is an unknown key', meant: 'type', allowed: 'type, and the parameters of a scaler' });
  return undefined;
}

function readScaler(type: string, scaler: Scaler, raw: Raw, place: Place): Trigger | undefined {
  const table = scalerTable(type, scaler);
  const before = place.problems.length;
  refuseKeys(raw, table.keys, place, scaler);
  const props = table.read(known(raw, table.keys), place);
  if (!props) return undefined;
  reportMissing(scaler, raw, props, place);
  reportUnread(type, scaler, props, place);
  if (place.problems.length === before) table.check(props, place);
  return Trigger._of(type, withoutType(props));
}

/** Reports each key that the trigger does not have; in code too, where a parameter may be given past the compiler. */
function refuseKeys(raw: object, keys: readonly string[], place: Place, scaler?: Scaler): void {
  for (const [key, value] of Object.entries(raw)) {
    if (keys.includes(key) || value === undefined) continue;
    const parameter = scaler && Object.hasOwn(scaler.parameters, key) ? scaler.parameters[key] : undefined;
    if (parameter?.removed !== undefined)
      place.in(key).report({ reason: 'is no longer taken by KEDA', allowed: parameter.removed });
    else if (parameter)
      place.in(key).report({ reason: 'is not read from the metadata', allowed: waysOf(key, parameter) });
    else if (variableOf(key, scaler)) {
      const name = variableOf(key, scaler)!;
      const allowed = waysOf(name, scaler!.parameters[name]!);
      place.in(key).report({ reason: 'is not read from a variable', allowed });
    } else if (key === 'metadata' || key === 'authenticationRef')
      place.in(key).report({ reason: 'is an unknown key', allowed: INSTEAD[key] });
    else place.in(key).report({ reason: 'is an unknown key', meant: meantBy(key, keys), allowed: keys.join(', ') });
  }
}

/** The parameter that `…FromEnv` speaks of, if the scaler has it. */
function variableOf(key: string, scaler?: Scaler): string | undefined {
  const name = key.endsWith(FROM_ENV) ? key.slice(0, -FROM_ENV.length) : key;
  return scaler && name !== key && Object.hasOwn(scaler.parameters, name) ? name : undefined;
}

/** KEDA's own form, which someone may have copied. */
const INSTEAD = {
  metadata: 'the parameters beside type, or untyped in place of metadata, which is not checked',
  authenticationRef: 'authentication, with the same name and kind',
};

/** Another case, another ending, or a slip of the pen. */
function meantBy(key: string, keys: readonly string[]): string | undefined {
  const plain = (text: string) => text.toLowerCase().replace(/[-_. ]/g, '');
  return keys.find((each) => plain(each) === plain(key)) ?? closest(key, keys);
}

const known = (raw: object, keys: readonly string[]) =>
  Object.fromEntries(Object.entries(raw).filter(([key]) => keys.includes(key)));

function withoutType({ type: _, ...props }: TriggerSettings): TriggerSettings {
  return props as TriggerSettings;
}
