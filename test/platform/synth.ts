import { type Chart, Testing } from 'cdk8s';
import { KedaPlatform, type KedaPlatformProps } from '../../lib/platform';

// biome-ignore lint/suspicious/noExplicitAny: rendered objects of all kinds
export type Manifest = any;

export const DEPLOYMENTS = [
  'keda-operator',
  'keda-operator-metrics-apiserver',
  'keda-admission-webhooks',
  'keda-add-ons-http-controller-manager',
  'keda-add-ons-http-interceptor',
  'keda-add-ons-http-external-scaler',
];

export function platform(props?: KedaPlatformProps): KedaPlatform {
  return new KedaPlatform(Testing.app(), 'platform', props);
}

export function render(chart: Chart): Manifest[] {
  return Testing.synth(chart);
}

/** The objects of KEDA and of the add-on, without the CRDs. */
export function objects(props?: KedaPlatformProps): Manifest[] {
  const { keda, httpAddOn } = platform(props);
  return [...render(keda), ...render(httpAddOn)];
}

export function find(manifests: Manifest[], kind: string, name: string): Manifest {
  const found = manifests.filter((manifest) => manifest.kind === kind && manifest.metadata.name === name);
  expect(found.map(({ metadata }) => metadata.name)).toEqual([name]);
  return found[0];
}

export function container(manifests: Manifest[], deployment: string): Manifest {
  return find(manifests, 'Deployment', deployment).spec.template.spec.containers[0];
}
