import { type Fields, list, map } from '../../fields/index';
import { mountPath } from '../../workload/volumes/paths';
import { volume } from '../../workload/volumes/volume-fields';
import type { FunctionFilesProps } from './props';

export const FILES_FIELDS = {
  volumes: map(mountPath(), volume()),
  writablePaths: list(mountPath()),
} satisfies Fields<FunctionFilesProps>;
