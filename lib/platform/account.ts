import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { addObject } from '../object/object';
import { metadataBeside } from '../workload/metadata';
import type { ComponentSetup } from './component';
import type { ProcessProps } from './component-props';
import type { Labels } from './labels';

/** The service account of a component. */
export function addAccount(
  scope: Construct,
  id: string,
  { namespace, props }: ComponentSetup<ProcessProps, unknown>,
  { name, labels, ...more }: { name: string; labels: Labels; automountServiceAccountToken?: boolean },
): void {
  const metadata = { name, namespace, ...metadataBeside({ annotations: props.serviceAccountAnnotations }, labels) };
  addObject(k8s.KubeServiceAccount, scope, id, { metadata, ...more });
}
