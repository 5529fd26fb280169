import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { addObject } from '../object/object';
import { metadataBeside } from '../workload/metadata';
import { servicePort } from '../workload/ports';
import type { ComponentSetup } from './component';
import type { ProcessProps } from './component-props';
import type { PlatformComponent } from './components';
import type { Labels } from './labels';

/** The metadata of an object of a component. */
export function objectMetadata(
  { namespace, props }: Pick<ComponentSetup<ProcessProps, unknown>, 'namespace' | 'props'>,
  name: string,
  labels: Labels,
): k8s.ObjectMeta {
  return { name, namespace, ...metadataBeside(props, labels) };
}

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

export interface ComponentServiceProps {
  /** @default - that of the component */
  readonly name?: string;
  /** @default - those of the component */
  readonly labels?: Labels;
  readonly type?: string;
  readonly ports: k8s.ServicePort[];
}

/** A Service that leads to the pods of a component. */
export function addService(
  scope: Construct,
  id: string,
  component: PlatformComponent,
  setup: ComponentSetup<ProcessProps, unknown>,
  { name = component.name, labels = component.labels, ...spec }: ComponentServiceProps,
): void {
  addObject(k8s.KubeService, scope, id, {
    metadata: objectMetadata(setup, name, labels),
    spec: { selector: component.selector, ...spec },
  });
}

/** A port that leads to the container's port of the same name. */
export function namedPort<Port extends string>({ ports }: PlatformComponent<Port>, name: Port): k8s.ServicePort {
  return servicePort(name, ports[name]);
}
