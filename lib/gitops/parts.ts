import { dirname } from 'node:path/posix';
import { ApiObject, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { Cluster } from '../cluster';
import { compareText } from '../compare';
import { Environment } from '../environment';
import { addRefusal, reject } from '../errors';
import { KedaPlatform } from '../platform';
import { allowedCase } from '../values/names';

const GITOPS = Symbol.for('cdk8s-keda-functions.GitOpsChart');

/** A cluster-scoped kind. */
export interface ClusterKind {
  readonly group: string;
  readonly kind: string;
  /** Of a Namespace, whose name says whose it is. */
  readonly name?: string;
}

/** A folder of the output, applied as one Application or Kustomization. */
export interface Part {
  /** Below the output folder, such as `production/functions/my-project`. */
  readonly folder: string;
  /** The folder as the name of an object. */
  readonly name: string;
  /** Whether it holds KEDA, which all others need. */
  readonly platform: boolean;
  /** Namespaces of its objects, the one with most of them first. */
  readonly namespaces: string[];
  /** What it has outside of a namespace: an object without a namespace counts as such. */
  readonly clusterKinds: ClusterKind[];
  /** Its kinds as `<group>/<kind>`. */
  readonly kinds: string[];
}

/** A chart for a GitOps tool itself, not one that the tool applies as a part. */
export abstract class GitOpsChart extends Chart {
  /** Whether a chart is one. Not `instanceof`, which cdk8s answers with yes for any two charts. */
  public static isGitOpsChart(chart: Chart): boolean {
    return GITOPS in chart;
  }

  constructor(scope: Construct, id: string) {
    super(scope, id, { disableResourceNameHashes: true });
    Object.defineProperty(this, GITOPS, { value: true });
  }
}

/**
 * A chart with objects for each folder that holds charts. Make it after all charts of its environment, in a folder of
 * its own.
 */
export abstract class PartsChart extends GitOpsChart {
  protected readonly parts: Part[];
  /** The folder of this chart, below the output folder. */
  protected readonly folder: string;
  /** The folder of this chart as the name of an object. */
  protected readonly folderName: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.folder = folderOf(this);
    this.folderName = nameOf(this);
    Cluster.at(Environment.scopeOf(this)).grantRights();
    this.parts = this.findParts();
    const seen = JSON.stringify(this.parts);
    const late = 'charts or objects were added after it; allowed: make it last in its environment';
    addRefusal(this, () => JSON.stringify(this.findParts()) !== seen && late);
  }

  private findParts(): Part[] {
    const scope = Environment.scopeOf(this);
    const objects = new Map<string, ApiObject[]>();
    const charts = scope.node.findAll().filter(Chart.isChart);
    for (const chart of charts) {
      if (GitOpsChart.isGitOpsChart(chart)) continue;
      if (folderOf(chart) === this.folder) {
        reject(this, `stands in one folder with ${chart.node.path}; allowed: a folder of its own`);
      }
      objects.set(folderOf(chart), []);
    }
    for (const object of scope.node.findAll().filter(ApiObject.isApiObject)) {
      objects.get(folderOf(Chart.of(object)))?.push(object);
    }
    // a chart without objects has no file
    return [...objects]
      .flatMap(([folder, found]) => (found.length > 0 ? [describe(folder, found)] : []))
      .sort((a, b) => compareText(a.name, b.name));
  }

  /** Paths of the charts that stand in a folder itself, not below it. */
  protected chartsIn(folder: string): string[] {
    const charts = Environment.scopeOf(this).node.findAll().filter(Chart.isChart);
    return charts.filter((chart) => folderOf(chart) === folder).map(({ node }) => node.path);
  }
}

function describe(folder: string, objects: ApiObject[]): Part {
  return {
    folder,
    name: nameOf(Chart.of(objects[0]!)),
    platform: objects.some((object) => object.node.scopes.some((scope) => scope instanceof KedaPlatform)),
    namespaces: namespacesOf(objects),
    clusterKinds: clusterKindsOf(objects),
    kinds: [...new Set(objects.map((object) => `${groupOf(object)}/${object.kind}`))].sort(compareText),
  };
}

function namespacesOf(objects: ApiObject[]): string[] {
  const counts = new Map<string, number>();
  for (const { metadata } of objects) {
    if (metadata.namespace) counts.set(metadata.namespace, (counts.get(metadata.namespace) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || compareText(a, b)).map(([namespace]) => namespace);
}

function clusterKindsOf(objects: ApiObject[]): ClusterKind[] {
  const found = new Map<string, ClusterKind>();
  for (const object of objects.filter(({ metadata }) => !metadata.namespace)) {
    const { kind } = object;
    const group = groupOf(object);
    const name = kind === 'Namespace' ? object.name : undefined;
    found.set(`${group} ${kind} ${name}`, { group, kind, name });
  }
  return [...found].sort(([a], [b]) => compareText(a, b)).map(([, kind]) => kind);
}

function groupOf({ apiVersion }: ApiObject): string {
  return apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
}

function folderOf(chart: Chart): string {
  return dirname(chart.node.path);
}

function nameOf(chart: Chart): string {
  const folder = folderOf(chart);
  const name = folder.replaceAll('/', '-');
  const fits = (text: string) => /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(text.replaceAll('/', '-'));
  if (fits(name)) return name;
  reject(
    chart,
    folder === '.'
      ? 'stands in no folder, which a GitOps tool needs; allowed: an Environment or a Construct around it'
      : `folder "${folder}" gives no name for an object; allowed: ${allowedCase(folder, fits, 'ids of a-z, 0-9 and "-" around the chart')}`,
  );
}
