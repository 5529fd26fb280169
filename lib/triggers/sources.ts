import type { Place } from '../fields';
import type { Raw } from '../fields/field';
import { closest } from '../fields/spelling';
import { listsOf, TriggerAuthentication } from './authentication';
import { FROM_ENV, type TriggerSettings } from './scaler-trigger';
import type { Scaler, ScalerParameter } from './scalers';

/** Whether a trigger has a parameter: `maybe` when that is for an authentication to say that was made elsewhere. */
export type Given = 'yes' | 'maybe' | 'no';

/** Whether a trigger has a parameter, from whatever source. */
export function givenTo(props: TriggerSettings, name: string): Given {
  if (props[name] !== undefined || props[`${name}${FROM_ENV}`] !== undefined) return 'yes';
  return givenBy(props.authentication, name);
}

/** Whether an authentication gives a parameter. */
export function givenBy(authentication: TriggerAuthentication | undefined, name: string): Given {
  if (!authentication) return 'no';
  const { parameters } = authentication;
  return parameters === undefined ? 'maybe' : parameters.includes(name) ? 'yes' : 'no';
}

/** Reports each parameter that the scaler needs and no source gives, not even a wrong value. */
export function reportMissing(scaler: Scaler, raw: Raw, props: TriggerSettings, place: Place): void {
  const settings = { ...raw, ...props } as TriggerSettings;
  for (const [name, parameter] of Object.entries(scaler.parameters)) {
    const { required, from, names = [name] } = parameter;
    const isElsewhere = from === 'm' && !parameter.names;
    if (!required || isElsewhere || name !== names[0] || names.some((each) => isGiven(settings, each, parameter)))
      continue;
    place.in(from.includes('m') ? name : from.includes('e') ? `${name}${FROM_ENV}` : 'authentication').report({
      reason: 'is missing',
      allowed: waysOf(name, parameter),
    });
  }
}

function isGiven(props: TriggerSettings, name: string, { from }: ScalerParameter): boolean {
  const here = props[name] ?? props[`${name}${FROM_ENV}`];
  if (here !== undefined) return true;
  const { authentication } = props;
  // one that has a problem of its own
  const isWrong = authentication !== undefined && !(authentication instanceof TriggerAuthentication);
  return from.includes('a') && (isWrong || givenBy(authentication, name) !== 'no');
}

/** The ways in which a parameter may be given. */
export function waysOf(name: string, { from }: ScalerParameter): string {
  const ways = [
    from.includes('m') && name,
    from.includes('e') && `${name}${FROM_ENV}`,
    from.includes('a') && `authentication with the parameter ${name}`,
  ];
  return ways.filter(Boolean).join(', or ');
}

/** Reports each parameter of an authentication that is made here and that the scaler does not read from one. */
export function reportUnread(type: string, scaler: Scaler, props: TriggerSettings, place: Place): void {
  const { authentication } = props;
  if (!authentication?.isMadeHere) return;
  const read = Object.entries(scaler.parameters)
    .filter(([, { from, removed }]) => from.includes('a') && removed === undefined)
    .map(([name]) => name);
  for (const { way, items } of listsOf(authentication._form)) {
    items.forEach(({ parameter }, index) => {
      if (read.includes(parameter)) return;
      const at = [...way, index, 'parameter'].reduce<Place>(
        (outer, step) => outer.in(step),
        place.in('authentication'),
      );
      at.report({
        value: parameter,
        reason: Object.hasOwn(scaler.parameters, parameter)
          ? `is not read from an authentication by ${type}`
          : `is not a parameter of ${type}`,
        meant: closest(parameter, read),
        allowed: read.length === 0 ? `none: ${type} reads no parameter from an authentication` : read.join(', '),
      });
    });
  }
}
