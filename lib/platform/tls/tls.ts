import type { k8s } from 'cdk8s-plus-28';
import { INTERCEPTOR } from '../components';
import { type InterceptorTlsProps, TlsVersion } from './props';

const FOLDER = '/certs';
const MORE = '/more-certs';
const ENV = 'KEDA_HTTP_PROXY_TLS';
const VERSIONS = { [TlsVersion.TLS_1_2]: '1.2', [TlsVersion.TLS_1_3]: '1.3' };

export const TLS_PORT_NAME = 'proxy-tls';
/** The port where nothing else is said. */
export const TLS_PORT = INTERCEPTOR.ports[TLS_PORT_NAME];

/** What the interceptor is told. */
export function tlsVariables({
  moreSecretNames = [],
  port = TLS_PORT,
  minVersion = TlsVersion.TLS_1_2,
  skipVerify,
}: InterceptorTlsProps): { [name: string]: string } {
  return {
    [`${ENV}_ENABLED`]: 'true',
    [`${ENV}_PORT`]: String(port),
    [`${ENV}_CERT_PATH`]: `${FOLDER}/tls.crt`,
    [`${ENV}_KEY_PATH`]: `${FOLDER}/tls.key`,
    ...(moreSecretNames.length > 0 && { [`${ENV}_CERT_STORE_PATHS`]: MORE }),
    [`${ENV}_MIN_VERSION`]: VERSIONS[minVersion],
    ...(skipVerify && { [`${ENV}_SKIP_VERIFY`]: 'true' }),
  };
}

/** The certificates, and where the interceptor finds them. */
export function tlsVolumes({ secretName, moreSecretNames = [] }: InterceptorTlsProps): {
  volumes: k8s.Volume[];
  volumeMounts: k8s.VolumeMount[];
} {
  const secrets = [secretName, ...moreSecretNames];
  // of what else a Secret may have, a certificate without its key would keep the interceptor from its start
  const items = ['tls.crt', 'tls.key'].map((key) => ({ key, path: key }));
  return {
    volumes: secrets.map((name, index) => ({
      name: `tls-${index}`,
      secret: { secretName: name, defaultMode: 0o440, items },
    })),
    volumeMounts: secrets.map((_, index) => ({
      name: `tls-${index}`,
      mountPath: index === 0 ? FOLDER : `${MORE}/${index}`,
      readOnly: true,
    })),
  };
}
