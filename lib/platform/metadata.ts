import type { k8s } from 'cdk8s-plus-28';
import { metadataBeside } from '../workload/metadata';
import type { ComponentSetup } from './component';
import type { ProcessProps } from './component-props';
import type { Labels } from './labels';

/** The metadata of an object of a component. */
export function objectMetadata(
  { namespace, props }: Pick<ComponentSetup<ProcessProps, unknown>, 'namespace' | 'props'>,
  name: string,
  labels: Labels,
): k8s.ObjectMeta {
  return { name, namespace, ...metadataBeside(props, labels) };
}
