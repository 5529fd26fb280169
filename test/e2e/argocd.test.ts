import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump, load } from 'js-yaml';
import { deleteNamespace, kubectl, waitUntil } from './cluster';
import { ARGO_CD, ARGOCD_NAMESPACE, applications, applyObject } from './kit/argocd';
import { forEverybody, testDelivery } from './kit/delivery';

const GUIDE = readFileSync(join(__dirname, '../../docs/how-to/gitops.md'), 'utf8');
const [APPLICATION_SET] = GUIDE.match(/^apiVersion: .*\nkind: ApplicationSet\n[^`]*/m)!;
/** The addresses under which Argo CD knows the one cluster, each as a cluster of its own. */
const CLUSTERS = { near: '127.0.0.1', far: 'localhost' };

/** Makes the cluster of KUBECONFIG known to Argo CD by another address. */
function register(name: string, address: string, environment: string): void {
  const { clusters, users } = JSON.parse(kubectl('config', 'view', '--raw', '--flatten', '--minify', '-o', 'json'));
  const { server, 'certificate-authority-data': caData } = clusters[0].cluster;
  const { 'client-certificate-data': certData, 'client-key-data': keyData } = users[0].user;
  const { hostname, port } = new URL(server);
  const config = { tlsClientConfig: { serverName: hostname, caData, certData, keyData } };
  applyObject({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, labels: { 'argocd.argoproj.io/secret-type': 'cluster', environment } },
    stringData: { name, server: `https://${address}:${port}`, config: JSON.stringify(config) },
  });
}

const scaledObjects = (namespace: string) => kubectl('get', 'scaledobjects', '-n', namespace, '-o', 'name');
const operation = (name: string) =>
  kubectl('get', 'application', name, '-n', ARGOCD_NAMESPACE, '-o', 'jsonpath={.status.operationState.message}');

testDelivery(ARGO_CD, ({ repository, arrives }) => {
  test('an ApplicationSet brings an environment to each cluster by its label, and refuses what collides', async () => {
    const environments = ['staging', 'testing'];
    for (const name of environments) {
      const naming = { namespace: `${name}-{project}` };
      repository().write(`environments/${name}.yaml`, dump({ domain: `${name}.test`, naming, platform: false }));
    }
    repository().editYaml('environments/production.yaml', forEverybody);
    const commit = repository().push('Two environments');
    Object.entries(CLUSTERS).forEach(([name, address], i) => {
      register(name, address, environments[i]!);
    });
    applyObject(load(APPLICATION_SET.replace(/https:.*\.git$/m, repository().url)) as object);
    await waitUntil('an Application for each cluster', 30, () =>
      Object.keys(CLUSTERS).every((name) => name in applications()),
    );
    await arrives('Two environments by an ApplicationSet', () => commit);
    for (const name of environments) expect(scaledObjects(`${name}-my-project`)).toBe(scaledObjects('fn-my-project'));

    // the objects that the other address has applied to the same cluster
    kubectl('label', 'secret', 'far', '-n', ARGOCD_NAMESPACE, '--overwrite', 'environment=staging');
    await waitUntil('the second is refused', 60, () => /^Shared resource found/.test(operation('far')));
    expect(applications().near).toMatchObject({ sync: 'Synced', health: 'Healthy', phase: 'Succeeded' });

    kubectl('delete', 'applicationset', 'clusters', '-n', ARGOCD_NAMESPACE);
    await waitUntil('its Applications are gone', 30, () => !('near' in applications() || 'far' in applications()));
    for (const name of environments) {
      deleteNamespace(`${name}-my-project`);
      repository().remove(`environments/${name}.yaml`);
    }
    await arrives('Both removed');
  }, 240_000);
});
