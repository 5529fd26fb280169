import { k8s } from 'cdk8s-plus-28';
import { servicePort } from '../../workload/ports';

/** Secret in which the operator keeps the certificates of all three components. */
export const CERTIFICATES_SECRET = 'kedaorg-certs';

/** TLS and timeouts of what KEDA calls and serves. */
export const CONNECTION_VARIABLES = {
  KEDA_HTTP_DEFAULT_TIMEOUT: '3000',
  KEDA_HTTP_MIN_TLS_VERSION: 'TLS12',
  KEDA_HTTP_TLS_CIPHER_LIST: '',
  KEDA_SERVICE_MIN_TLS_VERSION: 'TLS13',
  KEDA_SERVICE_TLS_CIPHER_LIST: '',
};

export const CERTIFICATES_MOUNT: k8s.VolumeMount = { name: 'certificates', mountPath: '/certs', readOnly: true };

/** The certificates; `optional` for the operator, which creates the Secret and so starts without it. */
export function certificatesVolume(optional?: boolean): k8s.Volume {
  return { name: 'certificates', secret: { secretName: CERTIFICATES_SECRET, defaultMode: 0o644, optional } };
}

/** A probe of an HTTP path on a port, with a period in seconds and a delay before the first one. */
export function httpProbe(path: string, port: number, delay: number, period: number, scheme?: string): k8s.Probe {
  return {
    httpGet: { path, port: k8s.IntOrString.fromNumber(port), scheme },
    initialDelaySeconds: delay,
    periodSeconds: period,
    timeoutSeconds: 1,
    failureThreshold: 3,
    successThreshold: 1,
  };
}

/** The port under which an API server calls a Service. */
export function httpsPort(target: number): k8s.ServicePort {
  return { ...servicePort('https', 443, target), appProtocol: 'https' };
}
