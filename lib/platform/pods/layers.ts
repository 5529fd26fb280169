import { PODS } from './fields';
import type { PlatformPodProps } from './props';

/** What a component is told, over what the platform is: maps by their names, else the component's alone. */
export function over<P extends PlatformPodProps>(platform: PlatformPodProps, given: P | undefined): P {
  const component = given ?? ({} as P);
  const merged = PODS.merge([podsOf(platform), podsOf(component)]);
  // a value that the component says itself, not one that the platform has from elsewhere
  return { ...component, ...merged, envValueFrom: without(merged.envValueFrom, component.env) };
}

function podsOf(props: PlatformPodProps): PlatformPodProps {
  return Object.fromEntries(Object.entries(props).filter(([prop]) => Object.hasOwn(PODS.fields, prop)));
}

function without<T>(values: { [name: string]: T } = {}, others: object = {}): { [name: string]: T } {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !Object.hasOwn(others, name)));
}
