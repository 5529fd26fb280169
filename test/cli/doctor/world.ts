import { App } from 'cdk8s';
import { diagnose } from '../../../cli/doctor/diagnose';
import { Desired } from '../../../cli/doctor/model/desired';
import type { RootCause } from '../../../cli/doctor/model/finding';
import type { Event, Kind, Kinds, KubeObject, Pod } from '../../../cli/doctor/model/kinds';
import type { KubeProxy } from '../../../cli/doctor/model/kube-proxy';
import { Objects } from '../../../cli/doctor/model/objects';
import { type Hidden, type Queue, Snapshot } from '../../../cli/doctor/model/snapshot';
import { parseManifests } from '../../../cli/doctor/read/manifests';
import {
  Environment,
  FunctionChart,
  KedaPlatform,
  type KedaPlatformProps,
  ProjectChart,
  Runtime,
  Scaler,
  Trigger,
  toFiles,
} from '../../../lib';

export const NOW = new Date('2026-01-02T03:04:05Z');
const LONG_AGO = '2026-01-01T00:00:00Z';

type Mutable<T> = { -readonly [key in keyof T]: Mutable<T[key]> };

/** Seconds before now, as the API server writes times. */
export function ago(seconds: number): string {
  return new Date(NOW.getTime() - seconds * 1000).toISOString();
}

const WITHOUT_HTTP = {
  http: false,
  ports: { metrics: { port: 9090 } },
  triggers: [Trigger.redis({ address: ['redis:6379'], listName: 'jobs' })],
};

/** The files of an environment with a platform and the functions a, b (InterceptorRoute) and c (HTTPScaledObject). */
export function files(
  names = ['a', 'b', 'c'],
  more?: (environment: Environment) => void,
  platform?: KedaPlatformProps,
): { [path: string]: string } {
  const app = new App();
  const environment = new Environment(app, 'test', { domain: 'fn.test' });
  new KedaPlatform(environment, 'keda', platform);
  new ProjectChart(environment, 'project', { name: 'p' });
  for (const name of names) {
    new FunctionChart(environment, name, {
      project: 'p',
      runtime: Runtime.GO,
      image: 'example.com/x:1',
      scaler: name === 'c' ? Scaler.HTTP_SCALED_OBJECT : undefined,
      ...(name === 'queue' && WITHOUT_HTTP),
    });
  }
  more?.(environment);
  return toFiles(app);
}

let rendered: { [path: string]: string } | undefined;

/** A healthy cluster that holds those files, to be made ill. All functions are at zero but b, which has a pod. */
export class World {
  public readonly desired: Desired;
  public readonly hidden: Hidden[] = [];
  public readonly logs = new Map<string, string[]>();
  public readonly stuck = new Set<string>();
  public kubeProxy?: KubeProxy;
  public queues: Queue[];
  private readonly objects = new Map<Kind, KubeObject[]>();

  /** @param more Adds what is declared besides. */
  constructor(names = ['a', 'b', 'c'], more?: (environment: Environment) => void, platform?: KedaPlatformProps) {
    const isUsual = names.length === 3 && !more && !platform;
    if (isUsual) rendered ??= files();
    const manifests = isUsual ? rendered! : files(names, more, platform);
    const located = Object.entries(manifests).flatMap(([file, text]) => parseManifests(`dist/${file}`, text));
    this.desired = new Desired('test', located);
    for (const { object } of structuredClone(located)) this.add(object.kind as Kind, object as never);
    for (const name of this.desired.namespaces) {
      if (!this.all('Namespace').some(({ metadata }) => metadata.name === name))
        this.add('Namespace', { metadata: { name } });
    }
    for (const { metadata } of this.all('Namespace')) {
      metadata.labels = { ...metadata.labels, 'kubernetes.io/metadata.name': metadata.name };
    }
    for (const object of this.all('CustomResourceDefinition')) object.status = { conditions: [met('Established')] };
    for (const object of this.all('APIService')) object.status = { conditions: [met('Available')] };
    for (const config of this.all('ValidatingWebhookConfiguration')) {
      for (const webhook of config.webhooks ?? []) webhook.clientConfig.caBundle = 'Y2E=';
    }
    this.add('Node', { metadata: { name: 'node-1' }, status: { conditions: [met('Ready')] } });
    this.add('ScaledObject', {
      metadata: { name: 'fn-c', namespace: 'fn-p', creationTimestamp: LONG_AGO },
      spec: { scaleTargetRef: { name: 'fn-c' }, minReplicaCount: 0, maxReplicaCount: 10 },
    });
    for (const object of [...this.all('ScaledObject'), ...this.all('ScaledJob')])
      object.status = { conditions: [met('Ready'), unmet('Paused')] };
    for (const service of this.all('Service'))
      this.add('EndpointSlice', slice(service, service.metadata.namespace === 'keda'));
    for (const deployment of this.all('Deployment')) {
      const { name, namespace } = deployment.metadata;
      deployment.spec.replicas ??= namespace === 'keda' ? 1 : 0;
      deployment.status = { availableReplicas: deployment.spec.replicas };
      for (let index = 0; index < deployment.spec.replicas; index++) this.pod(namespace!, name, index);
    }
    this.wake('b');
    this.queues = [{ pod: 'keda-add-ons-http-interceptor-0', counts: counts(...names) }];
  }

  public all<K extends Kind>(kind: K): Mutable<Kinds[K]>[] {
    return (this.objects.get(kind) ?? []) as never;
  }

  public get<K extends Kind>(kind: K, namespace: string | undefined, name: string): Mutable<Kinds[K]> {
    const found = this.all(kind).find(({ metadata }) => metadata.namespace === namespace && metadata.name === name);
    if (!found) throw new Error(`no ${kind} ${namespace}/${name}`);
    return found;
  }

  public add<K extends Kind>(kind: K, object: Kinds[K]): void {
    (object.metadata as Mutable<KubeObject['metadata']>).creationTimestamp ??= LONG_AGO;
    this.objects.set(kind, [...(this.objects.get(kind) ?? []), object]);
  }

  public remove(kind: Kind, namespace: string | undefined, name: string): void {
    const gone = this.get(kind, namespace, name) as KubeObject;
    this.objects.set(
      kind,
      (this.objects.get(kind) ?? []).filter((object) => object !== gone),
    );
  }

  /** Gives a workload one more pod: ready, or as `status` says. */
  public pod(namespace: string, name: string, index = 0, status?: Pod['status']): Mutable<Pod> {
    const { spec } = this.get('Deployment', namespace, name);
    const pod = {
      metadata: {
        name: `${name}-${index}`,
        namespace,
        labels: spec.template.metadata?.labels,
        creationTimestamp: LONG_AGO,
      },
      spec: structuredClone(spec.template.spec),
      status: status ?? {
        phase: 'Running',
        podIP: '10.0.0.1',
        conditions: [{ ...met('Ready'), lastTransitionTime: LONG_AGO }],
      },
    };
    this.add('Pod', pod as Pod);
    return pod as Mutable<Pod>;
  }

  /** Gives a function a pod in its Deployment and in its Service. */
  public wake(fn: string, status?: Pod['status']): void {
    const deployment = this.get('Deployment', 'fn-p', `fn-${fn}`);
    deployment.spec.replicas = 1;
    deployment.status = { availableReplicas: status ? 0 : 1 };
    this.pod('fn-p', `fn-${fn}`, 0, status);
    if (!status) this.get('EndpointSlice', 'fn-p', `fn-${fn}-slice`).endpoints = [{ conditions: { ready: true } }];
  }

  /** A pod of function a that is in this state and not ready. */
  public failing(
    state: NonNullable<NonNullable<Pod['status']>['containerStatuses']>[number]['state'],
    more: object = {},
  ): void {
    this.wake('a', { phase: 'Pending', containerStatuses: [{ name: 'function', state, ...more }] });
  }

  public event(kind: string, namespace: string, name: string, event: Partial<Event>): void {
    this.add('Event', {
      metadata: { name: `${name}.${this.all('Event').length}`, namespace },
      involvedObject: { kind, namespace, name },
      lastTimestamp: ago(5),
      ...event,
    });
  }

  public scaleToZero(name: string): void {
    const deployment = this.get('Deployment', 'keda', name);
    deployment.spec.replicas = 0;
    deployment.status = {};
    this.objects.set('Pod', this.all('Pod').filter((pod) => !pod.metadata.name.startsWith(`${name}-`)) as never);
    if (name.endsWith('interceptor')) this.queues = [];
  }

  public snapshot(desired = this.desired): Snapshot {
    const live = new Objects();
    for (const [kind, objects] of this.objects) live.add(kind, objects as never);
    return new Snapshot({
      desired,
      live,
      hidden: this.hidden,
      queues: this.queues,
      logs: this.logs,
      stuck: this.stuck,
      kubeProxy: this.kubeProxy,
      now: NOW,
    });
  }

  public findings(): RootCause[] {
    return diagnose(this.snapshot());
  }
}

export function met(type: string, status = 'True'): { type: string; status: string; reason: string; message: string } {
  return { type, status, reason: `${type}Reason`, message: `${type} message` };
}

function unmet(type: string) {
  return met(type, 'False');
}

export function counts(...functions: string[]): Queue['counts'] {
  return Object.fromEntries(functions.map((name) => [`fn-p/fn-${name}`, { Concurrency: 0 }]));
}

function slice({ metadata: { name, namespace } }: KubeObject, ready: boolean): Kinds['EndpointSlice'] {
  return {
    metadata: { name: `${name}-slice`, namespace, labels: { 'kubernetes.io/service-name': name } },
    endpoints: ready ? [{ conditions: { ready: true } }] : null,
  };
}
