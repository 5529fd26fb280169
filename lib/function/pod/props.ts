import type { FunctionConfigMapsProps } from '../config-maps/props';
import type { FunctionFilesProps } from '../files/props';
import type { FunctionIdentityProps } from '../identity/props';
import type { FunctionInitContainersProps } from '../init-containers/props';
import type { FunctionMetadataProps } from '../metadata/props';
import type { FunctionPlacementProps } from '../placement/props';
import type { FunctionResourceProps } from '../resources/props';

/** What the pods of functions and of jobs have in common, beside their process. */
export interface PodProps
  extends FunctionFilesProps,
    FunctionConfigMapsProps,
    FunctionInitContainersProps,
    FunctionResourceProps,
    FunctionIdentityProps,
    FunctionPlacementProps,
    FunctionMetadataProps {}
