import { anyText, type Fields, integer, list, map, text } from '../../fields';
import { absolutePath, objectName, variableName } from '../../fields/names';
import { FUNCTION_DEFAULTS as DEFAULTS } from '../defaults';
import { envSource } from './env-source-fields';
import type { FunctionProcessProps } from './props';
import { variableFault } from './variables';

export const PROCESS_FIELDS = {
  port: { ...integer(1, 65535), default: DEFAULTS.port },
  handler: { ...text(), default: DEFAULTS.handler },
  command: list(anyText(), { repeats: true }),
  args: list(anyText(), { repeats: true }),
  workingDirectory: absolutePath(),
  env: map(variableName(variableFault), anyText()),
  envValueFrom: map(variableName(variableFault), envSource()),
  envFromConfigMaps: list(objectName()),
  envFromSecrets: list(objectName()),
  writablePaths: list(absolutePath()),
} satisfies Fields<FunctionProcessProps>;
