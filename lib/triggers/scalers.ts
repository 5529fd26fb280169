import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the value of a parameter is. */
export type ParameterKind = 'text' | 'boolean' | 'integer' | 'number' | 'list' | 'map' | 'duration' | 'quantity';

/** A parameter of a scaler. */
export interface ScalerParameter {
  readonly kind: ParameterKind;
  /** Where KEDA reads it from: `m` the metadata itself, `e` a variable of the container, `a` the authentication. */
  readonly from: string;
  readonly required?: true;
  /** KEDA's own, as its source has it. */
  readonly default?: string;
  readonly allowed?: readonly string[];
  /** Of these only one may stand in a list. */
  readonly exclusive?: readonly string[];
  /** What joins the items of a list. @default "," */
  readonly separator?: string;
  /** All names of the value, where it has several. */
  readonly names?: readonly string[];
  /** KEDA refuses the parameter, and advises this. */
  readonly removed?: string;
}

/** A scaler of KEDA. */
export interface Scaler {
  readonly parameters: { readonly [name: string]: ScalerParameter };
  /** It takes any other parameter that begins so. */
  readonly free?: string;
  readonly deprecated?: string;
}

let scalers: { readonly [type: string]: Scaler } | undefined;

/** Every scaler of KEDA by its type; read when first asked for, since most functions have no trigger. */
export function allScalers(): { readonly [type: string]: Scaler } {
  scalers ??= JSON.parse(readFileSync(join(__dirname, 'scalers.json'), 'utf8')) as { [type: string]: Scaler };
  return scalers;
}
