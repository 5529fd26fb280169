import { type Field, isMap, named } from '../../fields/index';
import { Runtime } from './runtime';
import { CUSTOM, RUNTIME, type RuntimeProfile } from './runtime-fields';

const listed = named(Object.fromEntries(Runtime.ALL.map((runtime) => [runtime.name, runtime])));

/** A runtime that is listed, by its name, or the profile of another one under `custom`. */
export function runtime(): Field<Runtime> {
  return {
    get schema() {
      const custom = { type: 'object', properties: { [CUSTOM]: RUNTIME.schema }, required: [CUSTOM] };
      return { anyOf: [listed.schema, { ...custom, additionalProperties: false }] };
    },
    table: RUNTIME,
    allowed: `${listed.allowed}, or ${CUSTOM} with a profile`,
    read(raw, place) {
      if (!isMap(raw) || Object.keys(raw).join() !== CUSTOM) {
        const found = typeof raw === 'string' && Runtime.ALL.find(({ name }) => name === raw);
        if (found) return found;
        place.report({ value: raw, reason: 'is invalid', allowed: this.allowed });
        return undefined;
      }
      const before = place.problems.length;
      const profile = RUNTIME.readWhole(raw[CUSTOM], place.in(CUSTOM));
      return profile && place.problems.length === before ? Runtime.custom(profile) : undefined;
    },
    write(value) {
      if (!(value instanceof Runtime)) return value;
      return Runtime.ALL.includes(value) ? value.name : { [CUSTOM]: RUNTIME.write(value._profile as RuntimeProfile) };
    },
  };
}
