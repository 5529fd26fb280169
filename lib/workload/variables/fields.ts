import { anyText, type Fault, type Fields, map } from '../../fields';
import { variableName } from '../../fields/names';
import { envSource } from './env-source-fields';
import type { VariablesProps } from './props';

/** @param fault What keeps a declaration from setting a variable. */
export const variablesFields = (fault: (name: string) => Fault | undefined) =>
  ({
    env: map(variableName(fault), anyText()),
    envValueFrom: map(variableName(fault), envSource()),
  }) satisfies Fields<VariablesProps>;
