import type { ComponentSetup, PlatformSetup } from './component';
import { over } from './pods/layers';
import type { KedaPlatformProps } from './props';
import type { Sizes, Sizing } from './sizing';

/** What the construct of each component is given. */
type Setups = {
  readonly [name in keyof Sizes]: ComponentSetup<NonNullable<KedaPlatformProps[name]>, Sizes[name]>;
};

export type KedaSetups = Pick<Setups, 'operator' | 'metricsServer' | 'webhooks'>;
export type AddOnSetups = Pick<Setups, 'addOnOperator' | 'interceptor' | 'scaler'>;

/** Each component is told what it says itself, over what the platform says of all. */
export function setupsOf(settings: KedaPlatformProps & { readonly sizing: Sizing }, shared: PlatformSetup): Setups {
  const setups = Object.entries(settings.sizing.sizes).map(([name, sizing]) => [
    name,
    { ...shared, props: over(settings, settings[name as keyof Sizes]), sizing },
  ]);
  return Object.fromEntries(setups) as Setups;
}
