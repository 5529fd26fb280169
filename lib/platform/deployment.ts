import type { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { unlessEmpty } from '../workload/container';
import { metadataBeside } from '../workload/metadata';
import { placementOf } from '../workload/placement/placement';
import { SteadyDeployment, type SteadyDeploymentProps } from '../workload/steady-deployment';
import { trustOf } from '../workload/trust/trust';
import { toContainerVariables } from '../workload/variables/variables';
import { type ComponentSetup, type ComponentSizing, commandLine, type ProcessSizing } from './component';
import type { CalledComponentProps, ProcessProps } from './component-props';
import type { PlatformComponent } from './components';
import { objectMetadata } from './objects';

/** What only some components are told. */
type Told = ProcessProps & Pick<CalledComponentProps, 'replicas' | 'hostNetwork'>;

export interface PlatformDeploymentProps
  extends Pick<SteadyDeploymentProps, 'preStopSeconds'>,
    ComponentSetup<Told, ProcessSizing & Partial<ComponentSizing>> {
  /** What the container has beyond the component's name and image. */
  readonly container: Partial<k8s.Container>;
  readonly volumes?: k8s.Volume[];
  readonly terminationGracePeriodSeconds?: number;
}

/** The Deployment of a component. */
export class PlatformDeployment extends SteadyDeployment {
  constructor(scope: Construct, component: PlatformComponent, setup: PlatformDeploymentProps) {
    const { name, labels, selector, podLabels } = component;
    const { props, container } = setup;
    const trust = trustOf(props);
    super(scope, 'workload', {
      metadata: objectMetadata(setup, name, labels),
      selector,
      podMetadata: metadataBeside({ labels: props.podLabels, annotations: props.podAnnotations }, podLabels),
      replicas: props.replicas ?? setup.sizing.replicas,
      container: {
        name,
        image: setup.images[component.image],
        ...container,
        args: commandLine(container.args ?? [], setup.sizing, props),
        env: replaced(container.env ?? [], [
          ...toContainerVariables({ ...props.env, ...props.envValueFrom }),
          ...trust.env,
        ]),
        volumeMounts: unlessEmpty([...(container.volumeMounts ?? []), ...trust.volumeMounts]),
      },
      resources: { ...setup.sizing.resources, ...props.resources },
      pod: {
        ...placementOf(props),
        imagePullSecrets: props.imagePullSecrets?.map((secret) => ({ name: secret })),
        serviceAccountName: component.serviceAccount,
        automountServiceAccountToken: true,
        terminationGracePeriodSeconds: setup.terminationGracePeriodSeconds,
        volumes: unlessEmpty([...(setup.volumes ?? []), ...trust.volumes]),
      },
      fsGroup: component.fsGroup,
      preStopSeconds: setup.preStopSeconds,
      hostNetwork: props.hostNetwork,
    });
    scope.node.defaultChild = this;
  }
}

/** Variables with later ones in place of those of the same name. */
function replaced(variables: k8s.EnvVar[], later: k8s.EnvVar[]): k8s.EnvVar[] {
  return [...variables.filter(({ name }) => !later.some((each) => each.name === name)), ...later];
}

/** Environment variables with a fixed value. */
export function variables(values: { readonly [name: string]: string }): k8s.EnvVar[] {
  return Object.entries(values).map(([name, value]) => ({ name, value }));
}

/** An environment variable with the value of one of the pod's fields. */
export function fieldVariable(name: string, fieldPath: string): k8s.EnvVar {
  return { name, valueFrom: { fieldRef: { fieldPath } } };
}
