import { k8s } from 'cdk8s-plus-28';

/** What a container asks of its node, or may use of it. */
export enum ContainerResource {
  LIMITS_CPU = 'limits.cpu',
  LIMITS_EPHEMERAL_STORAGE = 'limits.ephemeral-storage',
  LIMITS_MEMORY = 'limits.memory',
  REQUESTS_CPU = 'requests.cpu',
  REQUESTS_EPHEMERAL_STORAGE = 'requests.ephemeral-storage',
  REQUESTS_MEMORY = 'requests.memory',
}

/** Where a variable has its value from, as YAML has it: one of secret, configMap, field and resource. */
export interface EnvSourceProps {
  /** Secret of the namespace that holds the value, under `key`. @default - none */
  readonly secret?: string;
  /** ConfigMap of the namespace that holds the value, under `key`. @default - none */
  readonly configMap?: string;
  /** Key in the Secret or ConfigMap. @default - none */
  readonly key?: string;
  /** Whether the pod starts without the Secret, the ConfigMap or the key, and without the variable. @default - no */
  readonly optional?: boolean;
  /** Field of the pod, such as `spec.nodeName`, `status.podIP` or `metadata.labels['team']`. @default - none */
  readonly field?: string;
  /** Request or limit of the container, such as `limits.memory`; a limit that it does not have is that of the node. @default - none */
  readonly resource?: ContainerResource;
  /** Unit in which the resource is counted, such as `1Mi` or `1m`; a part of a unit counts as one. @default - bytes, or cores */
  readonly divisor?: string;
}

/** How the key of a Secret or ConfigMap becomes a variable. */
export interface EnvKeyOptions {
  /** Whether the pod starts without the Secret, the ConfigMap or the key, and without the variable. @default - no */
  readonly optional?: boolean;
}

/** How a request or limit becomes a variable. */
export interface EnvResourceOptions {
  /** Unit in which it is counted, such as `1Mi` or `1m`; a part of a unit counts as one. @default - bytes, or cores */
  readonly divisor?: string;
}

/** Where a variable has its value from, if not from the declaration. */
export class EnvSource {
  /** One key of a Secret of the namespace. Unless it is optional, without it the pod does not start. */
  public static secretKey(name: string, key: string, options: EnvKeyOptions = {}): EnvSource {
    return new EnvSource({ ...options, secret: name, key });
  }

  /** One key of a ConfigMap of the namespace. Unless it is optional, without it the pod does not start. */
  public static configMapKey(name: string, key: string, options: EnvKeyOptions = {}): EnvSource {
    return new EnvSource({ ...options, configMap: name, key });
  }

  /** A field of the pod, such as `spec.nodeName`, `status.podIP` or `metadata.labels['team']`. */
  public static podField(path: string): EnvSource {
    return new EnvSource({ field: path });
  }

  /** A request or limit of the container. */
  public static containerResource(resource: ContainerResource, options: EnvResourceOptions = {}): EnvSource {
    return new EnvSource({ ...options, resource });
  }

  /** @internal */
  public static _of(props: EnvSourceProps): EnvSource {
    return new EnvSource(props);
  }

  public readonly secret?: string;
  public readonly configMap?: string;
  public readonly key?: string;
  public readonly optional?: boolean;
  public readonly field?: string;
  public readonly resource?: ContainerResource;
  public readonly divisor?: string;

  private constructor(props: EnvSourceProps) {
    Object.assign(this, props);
  }
}

/** The source as a container has it. */
export function toValueFrom(source: EnvSource): k8s.EnvVarSource {
  const { secret, configMap, key = '', optional, field, resource, divisor } = source;
  return {
    secretKeyRef: secret === undefined ? undefined : { name: secret, key, optional },
    configMapKeyRef: configMap === undefined ? undefined : { name: configMap, key, optional },
    fieldRef: field === undefined ? undefined : { fieldPath: field },
    resourceFieldRef:
      resource === undefined
        ? undefined
        : { resource, divisor: divisor === undefined ? undefined : k8s.Quantity.fromString(divisor) },
  };
}
