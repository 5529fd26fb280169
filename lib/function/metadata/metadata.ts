import type { Labels } from '../../naming';
import { CLOSED, Egress } from '../../network/props';
import { metadataBeside } from '../../workload/metadata';
import { checksumOf } from '../config-maps/checksum';
import type { PodSettings } from '../pod/fields';

/** What the objects of a function share. */
export interface FunctionMetadata {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Labels;
  readonly annotations?: Labels;
}

/** The metadata of the pods of a function or a job. */
export function podMetadataOf(labels: Labels, settings: PodSettings & { readonly egress?: Egress }) {
  const { podLabels, podAnnotations } = settings;
  const own = settings.egress === Egress.CLOSED ? { ...labels, ...CLOSED } : labels;
  return metadataBeside({ labels: podLabels, annotations: { ...podAnnotations, ...checksumOf(settings) } }, own);
}
