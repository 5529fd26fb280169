import { JsonPatch, type Size } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { formatMemory } from '../../values/memory';
import type { ProjectedSource } from './projected';
import { Volume } from './volume';

/** Where a container has which volume. */
export interface Mounts {
  readonly [path: string]: Volume;
}

/** The volumes of a pod, as its containers ask for them. */
export class PodVolumes {
  private readonly added: { readonly name: string; readonly volume: Volume }[] = [];

  /** Adds an empty directory for each path. @param size Most that each may hold. */
  public addWritable(paths: readonly string[], size: Size): k8s.VolumeMount[] {
    return paths.map((mountPath) => ({ name: this.add('writable', Volume.fromEmptyDir({ size })), mountPath }));
  }

  /**
   * Adds what a container has.
   * @param others The mounts of the container with which it shares.
   */
  public addMounts(mounts: Mounts, others: readonly k8s.VolumeMount[] = []): k8s.VolumeMount[] {
    return Object.entries(mounts).map(([mountPath, volume]) => {
      const { shared, readOnly, subPath } = volume;
      const other = others.find((mount) => mount.mountPath === shared);
      return {
        name: other?.name ?? this.add('volume', volume),
        mountPath,
        readOnly: readOnly || undefined,
        // what is shared is what the other one has
        subPath: [other?.subPath, subPath].filter(Boolean).join('/') || undefined,
      };
    });
  }

  public get all(): k8s.Volume[] | undefined {
    return this.added.length === 0 ? undefined : this.added.map(({ name, volume }) => ({ name, ...sourceOf(volume) }));
  }

  /**
   * What cdk8s-plus-28 cannot say, as it types Kubernetes 1.28.
   * @param pod Where the pod stands in the object.
   */
  public patchesAt(pod = '/spec/template/spec'): JsonPatch[] {
    return this.added.flatMap(({ volume }, index) =>
      volume.image === undefined
        ? []
        : JsonPatch.add(`${pod}/volumes/${index}/image`, {
            reference: volume.image,
            pullPolicy: 'IfNotPresent',
          }),
    );
  }

  private add(kind: string, volume: Volume): string {
    const name = `${kind}-${this.added.filter((other) => other.name.startsWith(`${kind}-`)).length}`;
    this.added.push({ name, volume });
    return name;
  }
}

function sourceOf(volume: Volume): Omit<k8s.Volume, 'name'> {
  const { configMap, secret, projected, emptyDir, persistentVolumeClaim } = volume;
  const defaultMode = volume.defaultMode === undefined ? undefined : Number.parseInt(volume.defaultMode, 8);
  const files = { ...keyFiles(volume), defaultMode };
  const sizeLimit = emptyDir?.size && k8s.Quantity.fromString(formatMemory(emptyDir.size));
  return {
    configMap: configMap === undefined ? undefined : { name: configMap, ...files },
    secret: secret === undefined ? undefined : { secretName: secret, ...files },
    projected: projected && { sources: projected.map(projectionOf), defaultMode },
    emptyDir: emptyDir && { sizeLimit, medium: emptyDir.medium },
    persistentVolumeClaim: persistentVolumeClaim === undefined ? undefined : { claimName: persistentVolumeClaim },
  };
}

/** Which keys are files, and whether all have to be there. */
function keyFiles({ items, optional }: Pick<Volume, 'items' | 'optional'>) {
  return { items: items && Object.entries(items).map(([key, path]) => ({ key, path })), optional };
}

function projectionOf(source: ProjectedSource): k8s.VolumeProjection {
  const { configMap, secret, serviceAccountToken: token } = source;
  return {
    configMap: configMap === undefined ? undefined : { name: configMap, ...keyFiles(source) },
    secret: secret === undefined ? undefined : { name: secret, ...keyFiles(source) },
    serviceAccountToken: token && {
      path: token.path,
      audience: token.audience,
      expirationSeconds: token.expiration?.toSeconds(),
    },
  };
}
