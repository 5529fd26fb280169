import type { k8s } from 'cdk8s-plus-28';
import { unlessEmpty } from '../../workload/container';
import { toContainerVariables, type Variables } from '../../workload/variables/variables';
import type { FunctionSettings } from '../fields';
import type { FixedVariables } from './variables';

/** What of a container is the process. */
export function processOf(
  name: string,
  settings: FunctionSettings,
): Pick<k8s.Container, 'command' | 'args' | 'workingDir' | 'env' | 'envFrom'> {
  const { envFromConfigMaps = [], envFromSecrets = [] } = settings;
  // of one key in several the kubelet takes the last
  const envFrom = [
    ...envFromConfigMaps.map((name) => ({ configMapRef: { name } })),
    ...envFromSecrets.map((name) => ({ secretRef: { name } })),
  ];
  return {
    command: unlessEmpty(settings.command),
    args: unlessEmpty(settings.args),
    workingDir: settings.workingDirectory,
    env: toContainerVariables(variablesOf(name, settings)),
    envFrom: unlessEmpty(envFrom),
  };
}

/** The environment variables of a function, by name; not those of whole Secrets and ConfigMaps. */
export function variablesOf(name: string, settings: FunctionSettings): Variables {
  const fixed: FixedVariables = {
    FUNCTION_NAME: name,
    FUNCTION_HANDLER: settings.handler,
    FUNCTION_TIMEOUT: String(settings.timeout.toSeconds()),
    PORT: String(settings.port),
  };
  return { ...settings.runtime.env, ...settings.env, ...settings.envValueFrom, ...fixed };
}

/** Whether the process may have variables that are not known here. */
export function hasUnknownVariables({ envFromConfigMaps = [], envFromSecrets = [] }: FunctionSettings): boolean {
  return envFromConfigMaps.length + envFromSecrets.length > 0;
}
