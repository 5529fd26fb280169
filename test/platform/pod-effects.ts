import { EnvSource, type PlatformPodProps, TolerationOperator } from '../../lib';
import type { Effect, Effects } from '../effects';

/** What the pods of a component can be told: where it stands, and where it does not stand of another one. */
const GIVEN: { readonly [prop in keyof PlatformPodProps]-?: [value: PlatformPodProps[prop], at: object] } = {
  nodeSelector: [{ disk: 'ssd' }, { 'spec/template/spec/nodeSelector': { 'kubernetes.io/os': 'linux', disk: 'ssd' } }],
  tolerations: [
    [{ key: 'system', operator: TolerationOperator.EXISTS }],
    { 'spec/template/spec/tolerations': [{ key: 'system', operator: 'Exists' }] },
  ],
  priorityClassName: ['system-cluster-critical', { 'spec/template/spec/priorityClassName': 'system-cluster-critical' }],
  runtimeClassName: ['gvisor', { 'spec/template/spec/runtimeClassName': 'gvisor' }],
  caConfigMaps: [
    ['corporate'],
    {
      'spec/template/spec/volumes/ca-0/configMap': { name: 'corporate' },
      'spec/template/spec/containers/0/volumeMounts/ca-0/mountPath': '/custom/ca/0',
      'spec/template/spec/containers/0/env/SSL_CERT_DIR/value': '/custom/ca/0',
    },
  ],
  caSecrets: [
    ['internal'],
    {
      'spec/template/spec/volumes/ca-0/secret': { secretName: 'internal', items: [{ key: 'ca.crt', path: 'ca.crt' }] },
      'spec/template/spec/containers/0/env/SSL_CERT_DIR/value': '/custom/ca/0',
    },
  ],
  env: [
    { HTTPS_PROXY: 'http://proxy.test' },
    { 'spec/template/spec/containers/0/env/HTTPS_PROXY/value': 'http://proxy.test' },
  ],
  envValueFrom: [
    { TOKEN: EnvSource.secretKey('collector', 'token') },
    {
      'spec/template/spec/containers/0/env/TOKEN/valueFrom': { secretKeyRef: { name: 'collector', key: 'token' } },
    },
  ],
  imagePullSecrets: [['mirror'], { 'spec/template/spec/imagePullSecrets': [{ name: 'mirror' }] }],
  labels: [{ team: 'platform' }, { 'metadata/labels/team': 'platform' }],
  annotations: [{ 'example.com/docs': 'x' }, { 'metadata/annotations/example.com~1docs': 'x' }],
  podLabels: [{ team: 'platform' }, { 'spec/template/metadata/labels/team': 'platform' }],
  podAnnotations: [
    { 'linkerd.io/inject': 'disabled' },
    { 'spec/template/metadata/annotations': { 'linkerd.io/inject': 'disabled' } },
  ],
};

/** The effects of what pods can be told, on each of some Deployments. @param prop That of the component, if it is one. */
export function podEffects(deployments: readonly string[], prop?: string): Effects {
  const effects = Object.entries(GIVEN).map(([setting, [value, at]]): [string, Effect[]] => {
    const given = { [setting]: value };
    const rows = deployments.flatMap((name) =>
      Object.entries(at).map(([path, expected]) => [`Deployment ${name}/${path}`, expected]),
    );
    return [
      prop ? `${prop}.${setting}` : setting,
      [{ given: prop ? { [prop]: given } : given, at: Object.fromEntries(rows) }],
    ];
  });
  return Object.fromEntries(effects);
}
