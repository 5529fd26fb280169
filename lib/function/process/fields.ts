import { anyText, type Fault, type Fields, integer, list, text } from '../../fields';
import { absolutePath, objectName } from '../../fields/names';
import { variablesFields } from '../../workload/variables/fields';
import { FUNCTION_DEFAULTS as DEFAULTS } from '../defaults';
import type { ContainerProcessProps, FunctionProcessProps } from './props';
import { variableFault } from './variables';

/** @param fault What keeps a declaration from setting a variable. */
export const processFields = (fault: (name: string) => Fault | undefined = () => undefined) =>
  ({
    command: list(anyText(), { repeats: true }),
    args: list(anyText(), { repeats: true }),
    workingDirectory: absolutePath(),
    ...variablesFields(fault),
    envFromConfigMaps: list(objectName()),
    envFromSecrets: list(objectName()),
  }) satisfies Fields<ContainerProcessProps>;

export const PROCESS_FIELDS = {
  port: { ...integer(1, 65535), default: DEFAULTS.port },
  handler: { ...text(), default: DEFAULTS.handler },
  ...processFields(variableFault),
} satisfies Fields<FunctionProcessProps>;
