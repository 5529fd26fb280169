import type { Size } from 'cdk8s';
import type { ProjectedSource, ProjectedVolumeProps } from './projected';

/** Where an empty directory lies. */
export enum EmptyDirMedium {
  /** In memory: as fast, and counted to the memory limit of the container that writes. */
  MEMORY = 'Memory',
}

/** A directory that is empty when a pod starts, and gone with it. */
export interface EmptyDirProps {
  /** Most that it may hold; above it the pod is evicted, or in memory the write fails. @default - as much as the node or the memory limit has */
  readonly size?: Size;
  /** Where it lies. @default - the disk of the node */
  readonly medium?: EmptyDirMedium;
}

/** How the keys of a ConfigMap or Secret become files. */
export interface KeyFilesProps {
  /** Keys that become files, each with its path within the volume. @default - every key, under its own name */
  readonly items?: { [key: string]: string };
  /** Mode of the files as a text of octal digits, such as "0555"; the group of the process can always read. @default - "0644" */
  readonly defaultMode?: string;
  /** Whether the pod starts without the ConfigMap or Secret, or without a key of `items`. @default - no */
  readonly optional?: boolean;
  /** The one file or directory of the volume that is mounted, such as a file among others of the image. @default - all of it */
  readonly subPath?: string;
}

/** What of an image is mounted. */
export interface ImageVolumeProps {
  /** The one directory of the image that is mounted. @default - all of it */
  readonly subPath?: string;
}

/** How a volume that is there already is mounted. */
export interface ExistingVolumeProps {
  /** Whether the container may only read it. @default - no */
  readonly readOnly?: boolean;
  /** The one file or directory of the volume that is mounted. @default - all of it */
  readonly subPath?: string;
}

/** What is mounted, as YAML has it: one of configMap, secret, projected, emptyDir, persistentVolumeClaim, image and shared. */
export interface VolumeProps extends KeyFilesProps, ExistingVolumeProps {
  /** ConfigMap of the namespace, whose keys become files. @default - none */
  readonly configMap?: string;
  /** Secret of the namespace, whose keys become files. @default - none */
  readonly secret?: string;
  /** Several ConfigMaps, Secrets and tokens of the service account, in one directory. @default - none */
  readonly projected?: ProjectedSource[];
  /** A directory that is empty when a pod starts, and gone with it. @default - none */
  readonly emptyDir?: EmptyDirProps;
  /** PersistentVolumeClaim of the namespace. All pods mount it, so several nodes need one that several may. @default - none */
  readonly persistentVolumeClaim?: string;
  /** Image whose files are mounted, read-only; pinned. Nothing of it runs. Needs Kubernetes 1.35 and containerd 2.1, or newer. @default - none */
  readonly image?: string;
  /** Path at which the function itself has the volume; for init containers alone. @default - none */
  readonly shared?: string;
  /** The one file or directory of the volume that is mounted. @default - all of it */
  readonly subPath?: string;
}

/** What a container has at a path of its file system. */
export class Volume {
  /** Keys of a ConfigMap of the namespace as files. */
  public static fromConfigMap(name: string, options: KeyFilesProps = {}): Volume {
    return new Volume({ ...options, configMap: name });
  }

  /** Keys of a Secret of the namespace as files. */
  public static fromSecret(name: string, options: KeyFilesProps = {}): Volume {
    return new Volume({ ...options, secret: name });
  }

  /** Keys of several ConfigMaps and Secrets, and tokens of the service account, as files of one directory. */
  public static fromProjected(sources: ProjectedSource[], options: ProjectedVolumeProps = {}): Volume {
    return new Volume({ ...options, projected: sources });
  }

  /** A directory that is empty when a pod starts, and gone with it. */
  public static fromEmptyDir(options: EmptyDirProps = {}): Volume {
    return new Volume({ emptyDir: options });
  }

  /** A PersistentVolumeClaim of the namespace. */
  public static fromPersistentVolumeClaim(name: string, options: ExistingVolumeProps = {}): Volume {
    return new Volume({ ...options, persistentVolumeClaim: name });
  }

  /** The files of an image, read-only. */
  public static fromImage(reference: string, options: ImageVolumeProps = {}): Volume {
    return new Volume({ ...options, image: reference });
  }

  /** What the function has at a path; for its init containers. */
  public static fromShared(path: string, options: ExistingVolumeProps = {}): Volume {
    return new Volume({ ...options, shared: path });
  }

  /** @internal */
  public static _of(props: VolumeProps): Volume {
    return new Volume(props);
  }

  public readonly configMap?: string;
  public readonly secret?: string;
  public readonly projected?: ProjectedSource[];
  public readonly emptyDir?: EmptyDirProps;
  public readonly persistentVolumeClaim?: string;
  public readonly image?: string;
  public readonly shared?: string;
  public readonly items?: { [key: string]: string };
  public readonly defaultMode?: string;
  public readonly optional?: boolean;
  public readonly readOnly?: boolean;
  public readonly subPath?: string;

  private constructor(props: VolumeProps) {
    Object.assign(this, props);
  }
}

/** Whether something can be made within a volume, as a place for another one. */
export function isWritable({ emptyDir, persistentVolumeClaim, shared, readOnly }: Volume): boolean {
  return (emptyDir ?? persistentVolumeClaim ?? shared) !== undefined && !readOnly;
}
