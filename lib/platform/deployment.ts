import type { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { SteadyDeployment, type SteadyDeploymentProps } from '../workload/steady-deployment';
import { type ComponentSetup, commandLine, type ProcessProps, type ProcessSizing } from './component';
import type { PlatformComponent } from './components';

export interface PlatformDeploymentProps
  extends Pick<SteadyDeploymentProps, 'replicas' | 'fsGroup' | 'preStopSeconds'>,
    ComponentSetup<ProcessProps, ProcessSizing> {
  /** What the container has beyond the component's name and image. */
  readonly container: Partial<k8s.Container>;
  readonly volumes?: k8s.Volume[];
  readonly terminationGracePeriodSeconds?: number;
}

/** The Deployment of a component. */
export class PlatformDeployment extends SteadyDeployment {
  constructor(scope: Construct, component: PlatformComponent, props: PlatformDeploymentProps) {
    const { name, labels, selector, podLabels } = component;
    super(scope, 'workload', {
      metadata: { name, namespace: props.namespace, labels },
      selector,
      podMetadata: { labels: podLabels },
      replicas: props.replicas,
      container: {
        name,
        image: props.images[component.image],
        ...props.container,
        args: commandLine(props.container.args ?? [], props.sizing, props.props),
      },
      resources: { ...props.sizing.resources, ...props.props?.resources },
      pod: {
        serviceAccountName: component.serviceAccount,
        automountServiceAccountToken: true,
        terminationGracePeriodSeconds: props.terminationGracePeriodSeconds,
        volumes: props.volumes,
      },
      fsGroup: props.fsGroup,
      preStopSeconds: props.preStopSeconds,
    });
    scope.node.defaultChild = this;
  }
}

/** Environment variables with a fixed value. */
export function variables(values: { readonly [name: string]: string }): k8s.EnvVar[] {
  return Object.entries(values).map(([name, value]) => ({ name, value }));
}

/** An environment variable with the value of one of the pod's fields. */
export function fieldVariable(name: string, fieldPath: string): k8s.EnvVar {
  return { name, valueFrom: { fieldRef: { fieldPath } } };
}
