import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { loadAll } from 'js-yaml';
import { HTTP_ADD_ON_VERSION, KEDA_VERSION } from '../../lib';

// What runs in a cluster before this project comes: the charts as Helm installs them, and functions written by hand.

// biome-ignore lint/suspicious/noExplicitAny: any object of Kubernetes
type Manifest = any;

interface Chart {
  readonly name: string;
  readonly version: string;
}
const CHARTS = {
  keda: { name: 'keda', version: KEDA_VERSION },
  'http-add-on': { name: 'keda-add-ons-http', version: HTTP_ADD_ON_VERSION },
};

/** Creates objects as another tool would, under its field manager. */
export function createAs(manager: string, objects: Manifest[]): void {
  const input = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects });
  execFileSync('kubectl', ['create', `--field-manager=${manager}`, '-f', '-'], {
    input,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
}

/**
 * The objects of the charts `keda` and `http-add-on`, as `helm template` renders them into a folder, with what
 * `helm install` adds: annotations and the releases' Secrets. Images are those of this project's versions.
 */
export function helmReleases(folder: string): { crds: Manifest[]; objects: Manifest[] } {
  const files = (readdirSync(folder, { recursive: true }) as string[]).filter((file) => file.endsWith('.yaml')).sort();
  const all = files.flatMap((file) => loadAll(readFileSync(join(folder, file), 'utf8')) as Manifest[]).filter(Boolean);
  for (const object of all) {
    const release = /http/.test(object.metadata.name) ? 'http-add-on' : 'keda';
    addMarks(object, release, 'keda', CHARTS[release]);
    for (const container of object.spec?.template?.spec?.containers ?? []) {
      const name = container.image.split(':')[0];
      container.image = `${name}:${name.includes('http-add-on') ? HTTP_ADD_ON_VERSION : KEDA_VERSION}`;
      container.imagePullPolicy = 'IfNotPresent';
    }
  }
  const isCrd = ({ kind }: Manifest) => kind === 'CustomResourceDefinition';
  return {
    crds: all.filter(isCrd),
    objects: [
      ...all.filter((object) => !isCrd(object)),
      ...Object.entries(CHARTS).map(([name, chart]) => helmRecord(name, 'keda', chart)),
    ],
  };
}

/** Gives an object what `helm install` gives those of a release. */
export function addMarks(object: Manifest, release: string, namespace: string, chart: Chart): void {
  object.metadata.labels = {
    ...object.metadata.labels,
    'app.kubernetes.io/managed-by': 'Helm',
    'helm.sh/chart': `${chart.name}-${chart.version}`,
  };
  object.metadata.annotations = {
    ...object.metadata.annotations,
    'meta.helm.sh/release-name': release,
    'meta.helm.sh/release-namespace': namespace,
  };
}

/** Helm's record of a release, packed as Helm packs it. */
export function helmRecord(name: string, namespace: string, chart: Chart): Manifest {
  const record = { name, namespace, version: 1, info: { status: 'deployed' }, chart: { metadata: chart } };
  const packed = gzipSync(JSON.stringify(record)).toString('base64');
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    type: 'helm.sh/release.v1',
    metadata: {
      name: `sh.helm.release.v1.${name}.v1`,
      namespace,
      labels: { owner: 'helm', name, status: 'deployed', version: '1' },
    },
    data: { release: Buffer.from(packed).toString('base64') },
  };
}

/** A function as it was deployed before: a Deployment with a fixed number of pods, a Service, an HTTPScaledObject. */
export function handWrittenFunction(
  namespace: string,
  name: string,
  image: string,
  selector: Manifest,
  minReplicas = 0,
): Manifest[] {
  const labels = { app: `fn-${name}`, 'enclii.dev/function': name, ...selector };
  const metadata = { name: `fn-${name}`, namespace, labels };
  const probe = { httpGet: { path: '/health', port: 8080 }, initialDelaySeconds: 2, periodSeconds: 5 };
  return [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata,
      spec: {
        replicas: Math.max(minReplicas, 1),
        selector: { matchLabels: selector },
        template: {
          metadata: { labels },
          spec: {
            containers: [
              {
                name: 'function',
                image,
                ports: [{ containerPort: 8080 }],
                env: [
                  { name: 'FUNCTION_NAME', value: name },
                  { name: 'FUNCTION_HANDLER', value: 'main' },
                  { name: 'FUNCTION_TIMEOUT', value: '30' },
                  { name: 'PORT', value: '8080' },
                ],
                resources: { requests: { cpu: '10m', memory: '64Mi' }, limits: { cpu: '100m', memory: '128Mi' } },
                livenessProbe: probe,
                readinessProbe: probe,
              },
            ],
          },
        },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata,
      spec: { selector, ports: [{ name: 'http', port: 80, targetPort: 8080 }] },
    },
    {
      apiVersion: 'http.keda.sh/v1alpha1',
      kind: 'HTTPScaledObject',
      metadata,
      spec: {
        hosts: [`${name}.fn.test`],
        scaleTargetRef: {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          name: `fn-${name}`,
          service: `fn-${name}`,
          port: 80,
        },
        replicas: { min: minReplicas, max: 10 },
        scalingMetric: { requestRate: { targetValue: 100 } },
        scaledownPeriod: 300,
      },
    },
  ];
}
