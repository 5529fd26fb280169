import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments, stringify } from 'yaml';
import { HTTP_ADD_ON_VERSION, KEDA_VERSION } from '../../lib/platform/versions';
import { kubectl } from '../../test/e2e/cluster';
import { applyAll, type Manifest, platformReady } from './workload';

/** What the Helm charts render: `keda-core.yaml` and `http-add-on.yaml` (`helm template`, the charts' values), and `crds/`. */
export const UPSTREAM = process.env.UPSTREAM ?? join(__dirname, '../../../shared/upstream');

export function upstreamIsHere(): boolean {
  return existsSync(join(UPSTREAM, 'keda-core.yaml'));
}

/** Takes down every workload of the platform, so that the other one's objects can take their names. */
export function clearPlatform(): void {
  if (!kubectl('get', 'crd', '-o', 'name').includes('scaledobjects.keda.sh')) return;
  // first, while the operator still serves their finalizers
  for (const kinds of ['scaledobjects.keda.sh', 'deployments,services,poddisruptionbudgets,secrets']) {
    kubectl('delete', kinds, '--all', '-n', 'keda', '--ignore-not-found', '--timeout=120s');
  }
  for (const kind of ['validatingwebhookconfigurations', 'apiservices']) {
    kubectl('delete', kind, '-l', 'app.kubernetes.io/part-of=keda-operator', '--ignore-not-found');
  }
}

/** Applies what the charts render; images get the versions that are measured, and are not pulled again at each start. */
export function deployUpstream(): void {
  const manifests = ['keda-core.yaml', 'http-add-on.yaml'].flatMap((file) =>
    parseAllDocuments(readFileSync(join(UPSTREAM, file), 'utf8')).map((document) => document.toJS() as Manifest),
  );
  // pods of the upstream charts do not pass the restricted standard that this library's namespace enforces
  kubectl('label', 'namespace', 'keda', 'pod-security.kubernetes.io/enforce-');
  applyAll(manifests.filter(({ kind }) => kind !== 'ScaledObject').map(local));
  platformReady();
  applyAll(manifests.filter(({ kind }) => kind === 'ScaledObject').map(local));
}

function local(manifest: Manifest): string {
  for (const container of manifest.spec?.template?.spec?.containers ?? []) {
    container.imagePullPolicy = 'IfNotPresent';
    const version = container.image.includes('/http-add-on-') ? HTTP_ADD_ON_VERSION : KEDA_VERSION;
    container.image = container.image.replace(/:[^:]*$/, `:${version}`);
  }
  return stringify(manifest);
}
