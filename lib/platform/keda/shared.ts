import { k8s } from 'cdk8s-plus-28';
import { servicePort } from '../../workload/ports';
import { fieldVariable, variables } from '../deployment';

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

/** What a container has whose certificates the operator makes, and whose health has a port of its own. */
export function certified(probes: number): Pick<k8s.Container, 'livenessProbe' | 'readinessProbe' | 'volumeMounts'> {
  return {
    livenessProbe: httpProbe('/healthz', probes, 25, 10),
    readinessProbe: httpProbe('/readyz', probes, 20, 3),
    volumeMounts: [CERTIFICATES_MOUNT],
  };
}

/**
 * What a process has to be told of itself.
 * @param watched Empty, it means every namespace; the operator does not start without it.
 */
export function selfVariables(watched = ''): k8s.EnvVar[] {
  return [
    ...variables({ WATCH_NAMESPACE: watched }),
    fieldVariable('POD_NAME', 'metadata.name'),
    fieldVariable('POD_NAMESPACE', 'metadata.namespace'),
  ];
}

/** The port under which an API server calls a Service. */
export function httpsPort(target: number): k8s.ServicePort {
  return { ...servicePort('https', 443, target), appProtocol: 'https' };
}
