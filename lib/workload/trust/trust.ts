import type { k8s } from 'cdk8s-plus-28';
import type { TrustProps } from './props';

/** Where KEDA's operator looks for more CAs by itself; what is below it is found by what Go programs go by. */
const FOLDER = '/custom/ca';
/** Folders in which a Go program looks for CAs, beside the one file of its image. */
export const CA_VARIABLE = 'SSL_CERT_DIR';

/** What a pod and its container have so that the process trusts more CAs: a folder each, since keys may be alike. */
export function trustOf({
  caConfigMaps = [],
  caSecrets = [],
}: TrustProps): Required<Pick<k8s.Container, 'env' | 'volumeMounts'> & Pick<k8s.PodSpec, 'volumes'>> {
  const sources: Omit<k8s.Volume, 'name'>[] = [
    ...caConfigMaps.map((name) => ({ configMap: { name } })),
    ...caSecrets.map((secretName) => ({ secret: { secretName, items: [{ key: 'ca.crt', path: 'ca.crt' }] } })),
  ];
  const mounts = sources.map((_, index) => ({ name: `ca-${index}`, mountPath: `${FOLDER}/${index}`, readOnly: true }));
  return {
    volumes: sources.map((source, index) => ({ name: `ca-${index}`, ...source })),
    volumeMounts: mounts,
    env: mounts.length > 0 ? [{ name: CA_VARIABLE, value: mounts.map(({ mountPath }) => mountPath).join(':') }] : [],
  };
}
