import { KUBE_PROXY_NAMESPACE, type KubeProxy, kubeProxyOf } from '../model/kube-proxy';
import { pathOf } from '../model/resources';
import type { Cluster } from './cluster';

/** Where kubeadm and EKS keep how kube-proxy is set. */
const NAMES = ['kube-proxy', 'kube-proxy-config'];

/** How kube-proxy is set, where somebody who asks may see that. Others keep it on the nodes, or have no kube-proxy. */
export async function readKubeProxy(cluster: Cluster): Promise<KubeProxy | undefined> {
  const found = await Promise.all(NAMES.map((name) => readConfigMap(cluster, name)));
  return found.find((one) => one !== undefined);
}

async function readConfigMap(cluster: Cluster, name: string): Promise<KubeProxy | undefined> {
  const resource = { group: '', version: 'v1', plural: 'configmaps' };
  const { status, body } = await cluster.get(pathOf(resource, KUBE_PROXY_NAMESPACE, name));
  if (status !== 200) return undefined;
  const { data = {} } = body as { data?: { readonly [key: string]: string } };
  return Object.values(data).flatMap((text) => kubeProxyOf(name, text) ?? [])[0];
}
