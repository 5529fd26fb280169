import type { Construct } from 'constructs';
import { Application, type ApplicationSpecSyncPolicy, AppProject } from '../../imports/argoproj.io';
import { resolve } from '../fields';
import { addObject } from '../object/object';
import { type ArgoCdProps, IN_CLUSTER } from './argocd-props';
import { refuseCollisions } from './collisions';
import { ARGOCD, type ArgoCdSettings } from './fields';
import { type ClusterKind, type Part, PartsChart } from './parts';
import { inRepository } from './repository';

const FINALIZER = 'resources-finalizer.argocd.argoproj.io/foreground';
const WAVE = 'argocd.argoproj.io/sync-wave';
/** What Applications need until they are gone, their AppProjects: pruning goes through the waves backwards. */
const FIRST_WAVE = '-1';
/** All but KEDA; the last one, since Argo CD waits for the health of every other. */
const LAST_WAVE = '1';
/** Of what is applied by hand: it makes the others in their order, which kubectl does not know. */
const HAND_OVER = { 'app.kubernetes.io/name': 'hand-over' };

export interface ArgoCdApplicationsProps extends ArgoCdProps {}

/** What an Application may touch. */
interface Reach {
  readonly description: string;
  readonly cluster: string;
  readonly namespaces: string[];
  readonly clusterKinds: ClusterKind[];
  /** Of its AppProject. */
  readonly labels?: { readonly [key: string]: string };
}

/**
 * For Argo CD: an Application for each folder that holds charts, in waves, each in an AppProject that allows no more
 * than it needs, and one Application that applies this chart's own file, so that the first apply by hand is the last.
 */
export class ArgoCdApplications extends PartsChart {
  private readonly settings: ArgoCdSettings;

  constructor(scope: Construct, id: string, props: ArgoCdApplicationsProps) {
    super(scope, id);
    this.settings = resolve(this, ARGOCD, props);
    for (const part of this.parts) this.applyPart(part);
    this.applyItself();
    // where Argo CD itself runs is another cluster for each Argo CD
    if (this.settings.cluster !== IN_CLUSTER) refuseCollisions(this, this.settings.cluster);
  }

  private applyPart({ name, folder, namespaces, clusterKinds, platform }: Part): void {
    const { cluster } = this.settings;
    // an Application needs some namespace to be valid
    const reached = namespaces.length > 0 ? namespaces : ['default'];
    const project = this.project(name, {
      description: `What ${folder} of the output needs`,
      cluster,
      namespaces: reached,
      clusterKinds,
    });
    addObject(Application, this, `application-${name}`, {
      metadata: {
        name,
        namespace: this.settings.namespace,
        annotations: {
          // Argo CD's own comparison takes what the API server defaults, and what KEDA writes, for a difference
          'argocd.argoproj.io/compare-options': 'ServerSideDiff=true',
          ...(!platform && { [WAVE]: LAST_WAVE }),
        },
        // what leaves the declaration leaves the cluster; KEDA, without which no function wakes, only by hand
        ...(!platform && { finalizers: [FINALIZER] }),
      },
      spec: {
        project,
        source: this.source(folder),
        destination: { ...destination(cluster), namespace: reached[0] },
        syncPolicy: syncPolicy([
          'ApplyOutOfSyncOnly=true',
          // a folder brings its namespaces itself, with their labels
          'CreateNamespace=false',
          'ServerSideApply=true',
          // its CRDs are those of another Application
          ...(platform ? [] : ['SkipDryRunOnMissingResource=true']),
        ]),
      },
    });
  }

  private applyItself(): void {
    const { namespace } = this.settings;
    const project = this.project(this.folderName, {
      description: 'Argo CD applications and projects: whoever writes to their folder rules the cluster',
      cluster: IN_CLUSTER,
      namespaces: [namespace],
      clusterKinds: [],
      labels: HAND_OVER,
    });
    addObject(Application, this, `application-${this.folderName}`, {
      // in the last wave: it is out of sync, and waited for, as long as the others are not there
      metadata: { name: this.folderName, namespace, labels: HAND_OVER, annotations: { [WAVE]: LAST_WAVE } },
      spec: {
        project,
        source: { ...this.source(this.folder), directory: { include: `${this.node.id}.yaml` } },
        destination: { ...destination(IN_CLUSTER), namespace },
        syncPolicy: syncPolicy(['CreateNamespace=false']),
      },
    });
  }

  private source(folder: string) {
    const { repoUrl, revision, path } = this.settings;
    return { repoUrl, targetRevision: revision, path: inRepository(path, folder) };
  }

  /** Makes an AppProject, unless one was given; returns its name. */
  private project(name: string, { description, cluster, namespaces, clusterKinds, labels }: Reach): string {
    const { project, namespace, repoUrl } = this.settings;
    if (project !== undefined) return project;
    addObject(AppProject, this, `project-${name}`, {
      metadata: { name, namespace, labels, annotations: { [WAVE]: FIRST_WAVE } },
      spec: {
        description,
        sourceRepos: [repoUrl],
        destinations: namespaces.map((namespace) => ({ ...destination(cluster), namespace })),
        clusterResourceWhitelist: clusterKinds,
      },
    });
    return name;
  }
}

function destination(cluster: string): { readonly server?: string; readonly name?: string } {
  return cluster.startsWith('https://') ? { server: cluster } : { name: cluster };
}

function syncPolicy(syncOptions: string[]): ApplicationSpecSyncPolicy {
  return {
    automated: { prune: true, selfHeal: true },
    // about 20 minutes, enough for a new cluster: a child that is Degraded for a moment fails what waits for it, so the
    // next try is never far; `refresh` takes a commit that mends it meanwhile
    retry: { limit: 40, backoff: { duration: '10s', factor: 2, maxDuration: '30s' }, refresh: true },
    syncOptions,
  };
}
