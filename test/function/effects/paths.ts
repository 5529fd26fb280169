import type { Effect } from '../../effects';

export const POD = 'Deployment/spec/template/spec';
export const CONTAINER = `${POD}/containers/0`;
export const ENV = `${CONTAINER}/env`;

/** A table of effects that lacks no setting of an interface; of one that is an object it has each setting within. */
export type EffectsOf<P, Objects extends keyof P & string = never> = {
  readonly [prop in Exclude<keyof P, Objects>]-?: Effect[];
} & { readonly [within in `${Objects}.${string}`]: Effect[] };
