import type { k8s } from 'cdk8s-plus-28';

/** Where a variable has its value from, as YAML has it: one of secret, configMap and field. */
export interface EnvSourceProps {
  /** Secret of the namespace that holds the value, under `key`. @default - none */
  readonly secret?: string;
  /** ConfigMap of the namespace that holds the value, under `key`. @default - none */
  readonly configMap?: string;
  /** Key in the Secret or ConfigMap. Without it there the pod does not start. @default - none */
  readonly key?: string;
  /**
   * Field of the pod, such as `spec.nodeName`, `status.podIP` or `metadata.labels['team']`.
   * @default - none
   */
  readonly field?: string;
}

/** Where a variable has its value from, if not from the declaration. */
export class EnvSource implements EnvSourceProps {
  /** One key of a Secret of the namespace. Without it there the pod does not start. */
  public static secretKey(name: string, key: string): EnvSource {
    return new EnvSource({ secret: name, key });
  }

  /** One key of a ConfigMap of the namespace. Without it there the pod does not start. */
  public static configMapKey(name: string, key: string): EnvSource {
    return new EnvSource({ configMap: name, key });
  }

  /** A field of the pod, such as `spec.nodeName`, `status.podIP` or `metadata.labels['team']`. */
  public static podField(path: string): EnvSource {
    return new EnvSource({ field: path });
  }

  /** @internal */
  public static _of(props: EnvSourceProps): EnvSource {
    return new EnvSource(props);
  }

  public readonly secret?: string;
  public readonly configMap?: string;
  public readonly key?: string;
  public readonly field?: string;

  private constructor(props: EnvSourceProps) {
    this.secret = props.secret;
    this.configMap = props.configMap;
    this.key = props.key;
    this.field = props.field;
  }
}

/** The source as a container has it. */
export function toValueFrom({ secret, configMap, key = '', field }: EnvSource): k8s.EnvVarSource {
  return {
    secretKeyRef: secret === undefined ? undefined : { name: secret, key },
    configMapKeyRef: configMap === undefined ? undefined : { name: configMap, key },
    fieldRef: field === undefined ? undefined : { fieldPath: field },
  };
}
