import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Duration } from 'cdk8s';
import { parseAllDocuments, stringify } from 'yaml';
import {
  Environment,
  FunctionChart,
  type FunctionChartProps,
  KedaPlatform,
  type KedaPlatformProps,
  ProjectChart,
  type Runtime,
  toFiles,
} from '../../lib';
import { image, kubectl, untilReady } from '../../test/e2e/cluster';
import type { Api } from './api';
import { pause, until } from './api';

export const NAMESPACE = 'fn-bench';
export const DOMAIN = 'bench.test';

/** A function to deploy. Without a scaler it is what the floor is measured with. */
export interface BenchFunction {
  readonly name: string;
  readonly runtime: Runtime;
  readonly scaled: boolean;
  readonly props?: Partial<FunctionChartProps>;
  /** Changes the rendered objects, to measure what no prop offers. */
  readonly change?: (manifest: Manifest) => void;
}

/** So many functions that are alike but for the number in their names. */
export function numbered(prefix: string, count: number, alike: Omit<BenchFunction, 'name'>): BenchFunction[] {
  return Array.from({ length: count }, (_, index) => ({ name: `${prefix}${index}`, ...alike }));
}

// biome-ignore lint/suspicious/noExplicitAny: objects of any kind
export type Manifest = any;

/** Back to zero as fast as KEDA allows, so that one function gives many cold starts. */
export const SHORT_LIVED = {
  cooldown: Duration.seconds(1),
  initialCooldown: Duration.seconds(0),
  requestRateWindow: Duration.seconds(1),
};

/** A pod that ends as soon as it is told to: what it waits for then has no part in a start. */
export function withoutPreStop({ kind, spec }: Manifest): void {
  if (kind === 'Deployment') delete spec.template.spec.containers[0].lifecycle;
}

/** Applies the platform and waits until it serves. */
export function deployPlatform(props: KedaPlatformProps = {}): void {
  const app = new App();
  new KedaPlatform(new Environment(app, 'bench', { domain: DOMAIN }), 'keda', props);
  const files = toFiles(app);
  for (const file of ['crds', 'keda', 'http-add-on']) applyAll([files[`bench/keda/${file}.yaml`] as string]);
  platformReady();
}

export function platformReady(): void {
  kubectl('wait', '--for=condition=Established', 'crd', '--all', '--timeout=60s');
  untilReady('keda');
}

/** Applies functions that start at zero pods, with what a platform may do for them. */
export function deployFunctions(functions: readonly BenchFunction[], platform?: KedaPlatformProps): void {
  const app = new App();
  const environment = new Environment(app, 'bench', { domain: DOMAIN });
  new KedaPlatform(environment, 'keda', platform);
  new ProjectChart(environment, 'project', { name: 'bench' });
  for (const { name, runtime, props } of functions) {
    new FunctionChart(environment, name, {
      project: 'bench',
      runtime,
      image: image(runtime.name),
      ...SHORT_LIVED,
      ...props,
    });
  }
  const files = toFiles(app);
  applyAll([files['bench/project.yaml'] as string]);
  applyAll(functions.map((fn) => atZero(files[`bench/${fn.name}.yaml`] as string, fn)));
}

function atZero(file: string, { scaled, change }: BenchFunction): string {
  const manifests: Manifest[] = parseAllDocuments(file).map((document) => document.toJS());
  return manifests
    .filter(({ kind }) => scaled || kind === 'Deployment' || kind === 'Service')
    .map((manifest) => {
      if (manifest.kind === 'Deployment') manifest.spec.replicas = 0;
      change?.(manifest);
      return stringify(manifest);
    })
    .join('---\n');
}

/** Applies YAML texts together. */
export function applyAll(texts: readonly string[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  texts.forEach((text, index) => {
    writeFileSync(join(folder, `${index}.yaml`), text);
  });
  kubectl('apply', '--server-side', '--force-conflicts', '-f', folder);
  rmSync(folder, { recursive: true });
}

/** Waits until none of the functions has a pod. */
export async function allAtZero(api: Api, functions: readonly string[], seconds = 180): Promise<void> {
  await until(`no pod of ${functions.length} functions`, seconds, async () => {
    const pods = await api.podsPerFunction(NAMESPACE);
    return functions.every((name) => !pods.has(`fn-${name}`));
  });
}

// kube-proxy writes its rules once a second at most: two changes may still wait when the last pod has gone
const KUBE_PROXY_MILLIS = 2200;

/** Waits until no function has a pod and kube-proxy has written that: what came before must not delay a sample. */
export async function quiet(api: Api): Promise<void> {
  await until('no pod', 180, async () => (await api.podsPerFunction(NAMESPACE)).size === 0);
  await kubeProxyWrites();
}

/** Waits until kube-proxy has written what changed so far. */
export async function kubeProxyWrites(): Promise<void> {
  await pause(KUBE_PROXY_MILLIS);
}

/** The host of a function. */
export function hostOf(name: string): string {
  return `${name}.${DOMAIN}`;
}

/** ClusterIP and port of a Service. */
export function addressOf(namespace: string, service: string): { host: string; port: number } {
  const template = '{.spec.clusterIP} {.spec.ports[0].port}';
  const [host, port] = kubectl('get', 'service', '-n', namespace, service, '-o', `jsonpath=${template}`).split(' ');
  return { host: host as string, port: Number(port) };
}

/** The interceptor, where the edge would send its requests. */
export function interceptor(): { host: string; port: number } {
  return addressOf('keda', 'keda-add-ons-http-interceptor-proxy');
}
