import type { Labels } from '../../naming';
import { metadataBeside } from '../../workload/metadata';
import { checksumOf } from '../config-maps/checksum';
import type { FunctionSettings } from '../fields';

/** What the objects of a function share. */
export interface FunctionMetadata {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Labels;
  readonly annotations?: Labels;
}

/** The metadata of the pods of a function. */
export function podMetadataOf(labels: Labels, settings: FunctionSettings) {
  const { podLabels, podAnnotations } = settings;
  return metadataBeside({ labels: podLabels, annotations: { ...podAnnotations, ...checksumOf(settings) } }, labels);
}
