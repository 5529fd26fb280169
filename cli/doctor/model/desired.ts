import { compareText } from '../../../lib/compare';
import { COMPONENTS, type PlatformComponent, type Role } from '../../../lib/platform/components';
import type { Deployment, HttpScaledObject, InterceptorRoute, Kind, KubeObject, ScaledObject, Service } from './kinds';
import { Objects } from './objects';
import { RESOURCES } from './resources';
import { matches } from './selectors';

/** A Deployment of `dist`: a part of the platform, or a function. */
export interface Workload {
  /** `project/name` of a function, else `namespace/name`. */
  readonly subject: string;
  readonly namespace: string;
  readonly name: string;
  readonly deployment: Deployment;
  /** What it is in the platform. @default - a function, or something that doctor knows no more of */
  readonly component?: PlatformComponent;
  /** What scales it, as `dist` declares it. */
  readonly scaledObject?: ScaledObject;
  /** Name of what scales it: of an HTTPScaledObject the add-on makes a ScaledObject of the same name. */
  readonly scaledObjectName?: string;
}

/** A function with the objects that `dist` has for it. */
export interface FunctionUnit extends Workload {
  readonly service?: Service;
  readonly route?: InterceptorRoute;
  readonly httpScaledObject?: HttpScaledObject;
}

interface Located {
  readonly file: string;
  readonly object: KubeObject;
}

const FUNCTION_LABEL = 'enclii.dev/function';
const PROJECT_LABEL = 'enclii.dev/project';
const NAMESPACE_PREFIX = /^fn-/;

/** What the cluster should hold: the objects of one environment's folder. */
export class Desired {
  public readonly objects = new Objects();
  public readonly functions: FunctionUnit[];
  /** Deployments that are not functions. */
  public readonly platform: Workload[];
  /** Every namespace in which an object of `dist` lives. */
  public readonly namespaces: string[];
  private readonly files = new Map<string, string>();

  constructor(
    public readonly environment: string,
    private readonly located: Located[],
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
      .map((deployment) => this.part(deployment))
      .sort((a, b) => compareText(a.subject, b.subject));
    this.namespaces = [
      ...new Set(
        located.flatMap(({ object }) =>
          object.kind === 'Namespace' ? [object.metadata.name] : (object.metadata.namespace ?? []),
        ),
      ),
    ].sort(compareText);
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
    const chosen = this.functions.find((fn) => fn.subject === subject);
    return new Desired(
      this.environment,
      this.located.filter(({ object }) => {
        const name = functionName(object);
        return (
          name === undefined ||
          (object.metadata.namespace === chosen?.namespace && name === functionName(chosen!.deployment))
        );
      }),
    );
  }

  private part(deployment: Deployment): Workload {
    const { namespace, name } = place(deployment);
    const scaledObject = this.objects
      .in('ScaledObject', namespace)
      .find(({ spec: { scaleTargetRef } }) => scaleTargetRef.name === name);
    return {
      ...place(deployment),
      component: COMPONENTS.find(({ identity }) => matches({ matchLabels: identity }, deployment.metadata.labels)),
      scaledObject,
      scaledObjectName: scaledObject?.metadata.name,
    };
  }

  private functionUnit(deployment: Deployment): FunctionUnit {
    const { namespace, name } = place(deployment);
    const own = <T extends KubeObject>(objects: T[]) =>
      objects.find(({ metadata }) => functionName({ metadata }) === functionName(deployment));
    const project =
      this.objects.find('Namespace', undefined, namespace)?.metadata.labels?.[PROJECT_LABEL] ??
      namespace.replace(NAMESPACE_PREFIX, '');
    const httpScaledObject = own(this.objects.in('HTTPScaledObject', namespace));
    const scaledObject = own(this.objects.in('ScaledObject', namespace));
    return {
      subject: `${project}/${functionName(deployment)}`,
      namespace,
      name,
      deployment,
      service: own(this.objects.in('Service', namespace)),
      route: own(this.objects.in('InterceptorRoute', namespace)),
      httpScaledObject,
      scaledObject,
      scaledObjectName: (scaledObject ?? httpScaledObject)?.metadata.name,
    };
  }
}

function functionName({ metadata }: KubeObject): string | undefined {
  return metadata.labels?.[FUNCTION_LABEL];
}

function place(deployment: Deployment): Workload {
  const { name, namespace = 'default' } = deployment.metadata;
  return { subject: `${namespace}/${name}`, namespace, name, deployment };
}

function identity(kind: Kind, namespace: string | undefined, name: string): string {
  return `${kind} ${namespace ?? ''}/${name}`;
}
