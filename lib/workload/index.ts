export { Cpu } from '../values/cpu';
export type { PlacementProps } from './placement/props';
export { TaintEffect, type Toleration, TolerationOperator } from './placement/toleration';
export { PodSecurity } from './pod-security';
export type { Resources } from './resources';
export type { TrustProps } from './trust/props';
export {
  ContainerResource,
  type EnvKeyOptions,
  type EnvResourceOptions,
  EnvSource,
} from './variables/env-source';
export type { EnvValueFromProps, VariablesProps } from './variables/props';
export type { ProjectedSource, ProjectedVolumeProps, ServiceAccountTokenProps } from './volumes/projected';
export {
  EmptyDirMedium,
  type EmptyDirProps,
  type ExistingVolumeProps,
  type ImageVolumeProps,
  type KeyFilesProps,
  Volume,
} from './volumes/volume';
