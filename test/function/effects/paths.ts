import type { Effect } from '../../effects';

export const POD = 'Deployment/spec/template/spec';
export const CONTAINER = `${POD}/containers/0`;
export const ENV = `${CONTAINER}/env`;

/** A table of effects that lacks no setting of an interface. */
export type EffectsOf<P> = { readonly [prop in keyof P]-?: Effect[] };
