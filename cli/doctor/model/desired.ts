import { compareText } from '../../../lib/compare';
import { functionIn, projectIn } from '../../../lib/naming/recognize';
import { CALLER } from '../../../lib/network/rules';
import { COMPONENTS, type PlatformComponent, type Role } from '../../../lib/platform/components';
import { present } from '../../../lib/present';
import type { CronJob, Deployment, Kind, KubeObject, ScaledJob } from './kinds';
import { Objects } from './objects';
import { RESOURCES, type Resource } from './resources';
import { matches } from './selectors';
import type { Declared, Elsewhere, FunctionUnit, JobUnit, Workload } from './units';

interface Located {
  readonly file: string;
  readonly object: KubeObject;
}

/** What the cluster should hold: the objects of one environment's folder. */
export class Desired {
  public readonly objects = new Objects();
  public readonly functions: FunctionUnit[];
  /** What KEDA scales and `dist` does not make. */
  public readonly elsewhere: Elsewhere[];
  /** What starts jobs, the schedules of functions among it. */
  public readonly jobs: JobUnit[];
  /** Deployments that are not functions. */
  public readonly platform: Workload[];
  /** Every namespace in which an object of `dist` lives. */
  public readonly namespaces: string[];
  private readonly files = new Map<string, string>();

  /** @param installed Components of the platform that somebody else installed. */
  constructor(
    public readonly environment: string,
    private readonly located: Located[],
    private readonly installed: readonly Workload[] = [],
  ) {
    for (const { file, object } of located) {
      const kind = RESOURCES.find((resource) => resource.kind === object.kind)?.kind;
      if (!kind) continue;
      this.objects.add(kind, [object as never]);
      this.files.set(identity(kind, object.metadata.namespace, object.metadata.name), file);
    }
    const deployments = this.objects.all('Deployment');
    this.functions = deployments
      .filter((deployment) => functionName(deployment) !== undefined)
      .map((deployment) => this.functionUnit(deployment))
      .sort((a, b) => compareText(a.subject, b.subject));
    this.platform = deployments
      .filter((deployment) => functionName(deployment) === undefined)
      .map((deployment) => this.part(deployment, this.objects))
      .concat(installed)
      .sort((a, b) => compareText(a.subject, b.subject));
    this.elsewhere = this.madeElsewhere().sort((a, b) => compareText(a.subject, b.subject));
    this.jobs = (['ScaledJob', 'CronJob'] as const)
      .flatMap((kind) => this.objects.all(kind).map((object) => this.jobUnit(kind, object)))
      .sort((a, b) => compareText(a.subject, b.subject) || compareText(a.name, b.name));
    this.namespaces = [
      ...new Set([
        ...located.flatMap(({ object }) =>
          object.kind === 'Namespace' ? [object.metadata.name] : (object.metadata.namespace ?? []),
        ),
        ...(this.ownsPlatform ? [] : this.scalers.map(({ namespace }) => namespace)),
      ]),
    ].sort(compareText);
  }

  /** All that is declared beside the platform. */
  public get declared(): Declared[] {
    return [...this.functions, ...this.elsewhere, ...this.jobs];
  }

  /** Whether `dist` brings KEDA; else somebody else installed it. */
  public get ownsPlatform(): boolean {
    return this.objects.all('Deployment').some((deployment) => componentOf(deployment) !== undefined);
  }

  /** The kinds of KEDA without whose CRDs nothing of `dist` can be stored. */
  public get neededCrds(): Resource[] {
    return RESOURCES.filter(({ group, kind }) => group.endsWith('keda.sh') && this.objects.all(kind).length > 0);
  }

  /** The Services that KEDA asks for what waits, as the functions' ScaledObjects name them. */
  public get scalers(): { readonly namespace: string; readonly name: string }[] {
    const addresses = this.objects
      .all('ScaledObject')
      .flatMap(({ spec }) => (spec.triggers ?? []).flatMap(({ metadata }) => metadata?.scalerAddress ?? []));
    return [...new Set(addresses)].map((address) => {
      const [name = '', namespace = ''] = address.split(/[.:]/);
      return { namespace, name };
    });
  }

  /** The same with the components of a platform that somebody else installed, if `dist` has none. */
  public withInstalled(live: Objects): Desired {
    if (this.ownsPlatform) return this;
    const found = live.all('Deployment').filter((deployment) => componentOf(deployment) !== undefined);
    const parts = found.map((deployment) => this.part(deployment, live));
    return new Desired(this.environment, this.located, parts);
  }

  /** The file of `dist` that declares an object. */
  public fileOf(kind: Kind, namespace: string | undefined, name: string): string | undefined {
    return this.files.get(identity(kind, namespace, name));
  }

  /** The platform's component with a role, if `dist` has it. */
  public component(role: Role): Workload | undefined {
    return this.platform.find((workload) => workload.component?.role === role);
  }

  /** Every object of a kind that doctor reads, with its file. */
  public known(): Located[] {
    return this.located.filter(({ object }) => RESOURCES.some(({ kind }) => kind === object.kind));
  }

  /** The same with one function alone. */
  public only(subject: string): Desired {
    const others = this.declared.filter((unit) => unit.subject !== subject);
    const taken = new Set(others.map(({ namespace, name }) => `${namespace}/${name}`));
    return new Desired(
      this.environment,
      this.located.filter(({ object: { metadata } }) => !taken.has(`${metadata.namespace}/${metadata.name}`)),
      this.installed,
    );
  }

  private part(deployment: Deployment, objects: Objects): Workload {
    const { namespace, name } = place(deployment);
    const scaledObject = objects
      .in('ScaledObject', namespace)
      .find(({ spec: { scaleTargetRef } }) => scaleTargetRef.name === name);
    return {
      ...place(deployment),
      component: componentOf(deployment),
      scaledObject,
      scaledObjectName: scaledObject?.metadata.name,
    };
  }

  private functionUnit(deployment: Deployment): FunctionUnit {
    const { namespace, name } = place(deployment);
    const own = <K extends Kind>(kind: K) => this.objects.find(kind, namespace, name);
    const project = projectIn(
      namespace,
      deployment.metadata,
      this.objects.find('Namespace', undefined, namespace)?.metadata,
    );
    const httpScaledObject = own('HTTPScaledObject');
    const scaledObject = own('ScaledObject');
    const service = own('Service');
    const route = own('InterceptorRoute');
    return {
      subject: `${project}/${functionName(deployment)}`,
      namespace,
      name,
      deployment,
      service,
      route,
      httpScaledObject,
      scaledObject,
      scaledObjectName: (scaledObject ?? httpScaledObject)?.metadata.name,
      declared: present([deployment, service, route, httpScaledObject, scaledObject]),
    };
  }

  private madeElsewhere(): Elsewhere[] {
    return (['ScaledObject', 'HTTPScaledObject'] as const).flatMap((kind) =>
      this.objects.all(kind).flatMap(({ metadata: { name, namespace = 'default' }, spec }): Elsewhere[] => {
        const { kind: targetKind = 'Deployment', name: target } = spec.scaleTargetRef;
        const scaledObject = this.objects.find('ScaledObject', namespace, name);
        const isMadeHere = targetKind === 'Deployment' && this.objects.find('Deployment', namespace, target);
        if (isMadeHere || (kind === 'HTTPScaledObject' && scaledObject)) return [];
        const route = this.objects.find('InterceptorRoute', namespace, name);
        const httpScaledObject = this.objects.find('HTTPScaledObject', namespace, name);
        return [
          {
            subject: `${targetKind} ${namespace}/${target}`,
            namespace,
            name,
            file: this.fileOf(kind, namespace, name),
            scaledObject,
            scaledObjectName: name,
            route,
            httpScaledObject,
            target: { kind: targetKind, name: target },
            declared: present([route, httpScaledObject, scaledObject]),
          },
        ];
      }),
    );
  }

  private jobUnit(kind: JobUnit['kind'], object: ScaledJob | CronJob): JobUnit {
    const { name, namespace = 'default' } = object.metadata;
    const calls =
      'jobTemplate' in object.spec ? object.spec.jobTemplate.spec.template.metadata?.labels?.[CALLER] : undefined;
    const caller = this.functions.find((fn) => fn.namespace === namespace && fn.name === calls);
    return {
      subject: caller?.subject ?? `${kind} ${namespace}/${name}`,
      kind,
      namespace,
      name,
      calls,
      declared: [object],
      file: caller ? undefined : this.fileOf(kind, namespace, name),
      ...(kind === 'ScaledJob' && { scaledBy: kind, scaledObjectName: name }),
    };
  }
}

function componentOf({ metadata, spec }: Deployment): PlatformComponent | undefined {
  return COMPONENTS.find(({ identity }) =>
    [metadata.labels, spec.template.metadata?.labels].some((labels) => matches({ matchLabels: identity }, labels)),
  );
}

function functionName({ spec }: Deployment): string | undefined {
  return functionIn(spec.template.spec.containers);
}

function place(deployment: Deployment): Workload {
  const { name, namespace = 'default' } = deployment.metadata;
  return { subject: `${namespace}/${name}`, namespace, name, deployment };
}

function identity(kind: Kind, namespace: string | undefined, name: string): string {
  return `${kind} ${namespace ?? ''}/${name}`;
}
