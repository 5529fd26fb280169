import type { EnvValueFromProps } from '../../workload/variables/props';

/** What runs in a container, and what it is told. */
export interface ContainerProcessProps extends EnvValueFromProps {
  /** Command that runs in place of the image's ENTRYPOINT; `$(NAME)` stands for a variable. @default - that of the image */
  readonly command?: string[];
  /** Arguments in place of the image's CMD; `$(NAME)` stands for a variable. @default - those of the image */
  readonly args?: string[];
  /** Directory in which the process starts, an absolute path. @default - that of the image */
  readonly workingDirectory?: string;
  /**
   * ConfigMaps of the namespace whose keys become environment variables; of two with one key the later wins, and a Secret
   * wins over both.
   * @default - none
   */
  readonly envFromConfigMaps?: string[];
  /** Secrets of the namespace whose keys become environment variables; of two with one key the later wins. @default - none */
  readonly envFromSecrets?: string[];
}

/** What runs in the container of a function, and what it is told. */
export interface FunctionProcessProps extends ContainerProcessProps {
  /** Port that the process listens on, also in its `PORT`. @default 8080 */
  readonly port?: number;
  /** Entry point within the image, in `FUNCTION_HANDLER`. @default "main" */
  readonly handler?: string;
  /**
   * Environment variables, on top of the runtime's. `$(NAME)` stands for the value of another one, `$$(NAME)` for that
   * text. `FUNCTION_NAME`, `FUNCTION_HANDLER`, `FUNCTION_TIMEOUT` and `PORT` are refused.
   * @default - none
   */
  readonly env?: { [name: string]: string };
}
