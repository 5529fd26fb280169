/** What a ConfigMap holds, at most 1 MiB. */
export interface ConfigMapProps {
  /** Texts, by key. @default - none */
  readonly data?: { [key: string]: string };
  /** Anything else, by key, in base64. @default - none */
  readonly binaryData?: { [key: string]: string };
}

/** A ConfigMap as YAML declares it. */
export interface ConfigMapDeclaration extends ConfigMapProps {
  /**
   * Files whose content a key has, by key: paths below the folder of the YAML file. What is not a text in UTF-8 becomes
   * `binaryData`. In code whoever reads the file gives its content.
   * @default - none
   */
  readonly files?: { [key: string]: string };
}

/** What is declared beside a function. */
export interface FunctionConfigMapsProps {
  /**
   * ConfigMaps made in the namespace, by their name there: for `volumes`, `envFromConfigMaps` and `envValueFrom`. A change
   * starts new pods.
   * @default - none
   */
  readonly configMaps?: { [name: string]: ConfigMapProps };
}
