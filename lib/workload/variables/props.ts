import type { EnvSource } from './env-source';

/** The environment variables of a process that have their values from elsewhere. */
export interface EnvValueFromProps {
  /**
   * Environment variables whose value is one key of a Secret or ConfigMap of the namespace, a field of the pod, or a request
   * or limit of the container. `env` can refer to them; a name that is in `env` too is refused.
   * @default - none
   */
  readonly envValueFrom?: { [name: string]: EnvSource };
}

/** The environment variables of a process. */
export interface VariablesProps extends EnvValueFromProps {
  /** Environment variables. `$(NAME)` stands for the value of another one, `$$(NAME)` for that text. @default - none */
  readonly env?: { [name: string]: string };
}
