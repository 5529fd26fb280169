import { type Kubectl, linesOf } from '../cluster/kubectl';
import { isCrd, isNamespace, type Manifest, nameOf } from '../cluster/manifests';

/** A custom resource, as kubectl names it. */
export interface CustomResource {
  readonly resource: string;
  /** Such as `namespace/name`; the namespace may be empty. */
  readonly object: string;
  /** Whether another object owns it, which takes it along. */
  readonly isOwned: boolean;
}

/** Kinds that are looked for in the folder's namespaces. */
const IN_NAMESPACES = 'deployments,statefulsets,daemonsets,jobs,cronjobs,persistentvolumeclaims,configmaps,secrets';
/** What Kubernetes and KEDA make by themselves. */
const BY_ITSELF = /^(kube-root-ca\.crt|kedaorg-certs)$/;

/** Looks for what goes with a folder. */
export class Found {
  private constructor(
    private readonly kubectl: Kubectl,
    private readonly manifests: readonly Manifest[],
    /** The folder's CRDs that the cluster has: kubectl names their objects so. */
    public readonly resources: readonly string[],
    public readonly namespaces: readonly string[],
  ) {}

  public static async in(kubectl: Kubectl, manifests: readonly Manifest[]): Promise<Found> {
    const there = async (some: Manifest[]) => {
      const names: string[] = [];
      for (const each of some)
        names.push(
          (await kubectl.run('get', '--ignore-not-found', '-o', 'jsonpath={.metadata.name}', nameOf(each))).trim(),
        );
      return names.filter(Boolean);
    };
    const [crds, namespaces] = [await there(manifests.filter(isCrd)), await there(manifests.filter(isNamespace))];
    return new Found(kubectl, manifests, crds, namespaces);
  }

  /** Each custom resource of the folder's kinds, whoever made it. */
  public async customResources(): Promise<CustomResource[]> {
    const line = "{.metadata.namespace}/{.metadata.name} -{.metadata.ownerReferences[*].kind}{'\\n'}";
    const all: CustomResource[] = [];
    for (const resource of this.resources) {
      const path = `jsonpath={range .items[*]}${resource} ${line}{end}`;
      for (const found of linesOf(await this.kubectl.run('get', resource, '-A', '-o', path))) {
        const [, object = '', owner = '-'] = found.split(' ');
        all.push({ resource, object, isOwned: owner !== '-' });
      }
    }
    return all;
  }

  /** Custom resources that neither the folder has nor an object of it owns. */
  public async foreignCustomResources(): Promise<CustomResource[]> {
    const path = "{range .items[*]}{.spec.names.kind}.{.spec.group} {.metadata.name}{'\\n'}{end}";
    const lines = linesOf(await this.kubectl.run('get', 'crd', '-o', `jsonpath=${path}`));
    const plurals = new Map(lines.map((line) => line.split(' ') as [string, string]));
    const known = new Set(
      this.manifests.map(
        ({ kind, group, namespace = '', name }) => `${plurals.get(`${kind}.${group}`)} ${namespace}/${name}`,
      ),
    );
    const all = await this.customResources();
    return all.filter(({ resource, object, isOwned }) => !isOwned && !known.has(`${resource} ${object}`));
  }

  /** What the folder's namespaces hold beside it. */
  public async foreignInNamespaces(): Promise<string[]> {
    const known = new Set(this.manifests.map(({ kind, namespace, name }) => `${kind} ${namespace}/${name}`));
    const foreign: string[] = [];
    for (const namespace of this.namespaces) {
      const line = `{.kind} ${namespace} {.metadata.name} -{.metadata.ownerReferences[*].kind}{'\\n'}`;
      const path = `jsonpath={range .items[*]}${line}{end}`;
      for (const found of linesOf(await this.kubectl.run('get', IN_NAMESPACES, '-n', namespace, '-o', path))) {
        const [kind, , name = '', owner] = found.split(' ');
        const title = `${kind} ${namespace}/${name}`;
        if (owner === '-' && !BY_ITSELF.test(name) && !known.has(title)) foreign.push(title);
      }
    }
    return foreign;
  }
}

/** For a person, and to compare. */
export function textOf({ resource, object }: CustomResource): string {
  return `${resource} ${object}`;
}
