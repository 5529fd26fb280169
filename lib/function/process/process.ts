import type { k8s } from 'cdk8s-plus-28';
import { unlessEmpty } from '../../workload/container';
import { danglingReferences, toContainerVariables, type Variables } from '../../workload/variables/variables';
import type { FunctionSettings } from '../fields';
import { withRuntime } from '../runtime/variables';
import type { ContainerProcessProps } from './props';
import type { FixedVariables } from './variables';

type Process = Omit<ContainerProcessProps, 'env' | 'envValueFrom'>;

/** What of a container is the process. */
export function processOf(
  process: Process,
  variables: Variables,
): Pick<k8s.Container, 'command' | 'args' | 'workingDir' | 'env' | 'envFrom'> {
  const { envFromConfigMaps = [], envFromSecrets = [] } = process;
  // of one key in several the kubelet takes the last
  const envFrom = [
    ...envFromConfigMaps.map((name) => ({ configMapRef: { name } })),
    ...envFromSecrets.map((name) => ({ secretRef: { name } })),
  ];
  return {
    command: unlessEmpty(process.command),
    args: unlessEmpty(process.args),
    workingDir: process.workingDirectory,
    env: unlessEmpty(toContainerVariables(variables)),
    envFrom: unlessEmpty(envFrom),
  };
}

/** The environment variables of a function, by name; not those of whole Secrets and ConfigMaps. */
export function variablesOf(name: string, settings: FunctionSettings): Variables {
  const { PORT, ...others }: FixedVariables = {
    FUNCTION_NAME: name,
    FUNCTION_HANDLER: settings.handler,
    FUNCTION_TIMEOUT: String(settings.timeout.toSeconds()),
    PORT: String(settings.port),
  };
  const fixed = settings.http ? { ...others, PORT } : others;
  return withRuntime(settings.runtime, { ...settings.env, ...settings.envValueFrom, ...fixed });
}

/** The references to variables that the process does not have, a sentence each. */
export function danglingIn(process: Process, variables: Variables): string[] {
  const { envFromConfigMaps = [], envFromSecrets = [], command = [], args = [] } = process;
  // what they hold is not known here
  if (envFromConfigMaps.length + envFromSecrets.length > 0) return [];
  const texts = Object.entries({ command, args }).flatMap(([key, list]) =>
    list.map((text, index) => [`${key}[${index}]`, text]),
  );
  return danglingReferences(variables, Object.fromEntries(texts)).map(
    ({ from, to }) =>
      `${from} refers to $(${to}), which is not set, so the process gets that text; $$(${to}) says that it is meant`,
  );
}
