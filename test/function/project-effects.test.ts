import { App, Size } from 'cdk8s';
import { Cpu, Egress, Environment, PodSecurity, ProjectChart, type ProjectChartProps } from '../../lib';
import { PROJECT } from '../../lib/function/project/fields';
import { load } from '../catalog/folder';
import { proveEffects } from '../effects';

const ENVIRONMENT = { domain: 'fn.test', kedaNamespace: 'scaling' };
const LIMITS = 'LimitRange/spec/limits/0';
const PRE_PULL = 'DaemonSet/spec/template/spec';
const HARD = 'ResourceQuota/spec/hard';
const FROM = 'NetworkPolicy functions/spec/ingress/0/from/0/namespaceSelector/matchLabels';

describe('project', () => {
  proveEffects(
    PROJECT,
    {
      name: [
        {
          given: { name: 'bar' },
          at: { 'Namespace/metadata/name': 'fn-bar', 'NetworkPolicy functions/metadata/namespace': 'fn-bar' },
        },
      ],
      namespace: [
        {
          given: { namespace: 'team-a' },
          at: { Namespace: undefined, 'NetworkPolicy functions-shop/metadata/namespace': 'team-a' },
        },
      ],
      'quota.cpu': [{ given: { quota: { cpu: Cpu.cores(2) } }, at: { [HARD]: { 'requests.cpu': '2' } } }],
      'quota.memory': [{ given: { quota: { memory: Size.gibibytes(1) } }, at: { [HARD]: { 'limits.memory': '1Gi' } } }],
      'quota.pods': [{ given: { quota: { pods: 0 } }, at: { [HARD]: { pods: 0 } } }],
      'limits.defaultCpu': [
        {
          given: { limits: { defaultCpu: Cpu.millis(5) } },
          at: { [LIMITS]: { type: 'Container', defaultRequest: { cpu: '5m' } } },
        },
      ],
      'limits.defaultMemory': [
        {
          given: { limits: { defaultMemory: Size.mebibytes(5) } },
          at: { [LIMITS]: { type: 'Container', defaultRequest: { memory: '5Mi' }, default: { memory: '5Mi' } } },
        },
      ],
      'limits.maxMemory': [
        {
          given: { limits: { maxMemory: Size.mebibytes(5) } },
          at: { [LIMITS]: { type: 'Container', max: { memory: '5Mi' } } },
        },
      ],
      allowedHosts: [
        {
          given: { allowedHosts: ['*.shop.test'] },
          at: { 'Namespace/metadata/annotations': { 'cdk8s-keda-functions/allowed-hosts': '*.shop.test' } },
        },
      ],
      'prePull.image': [
        { given: { prePull: {} }, at: { [`${PRE_PULL}/containers/pause/image`]: 'registry.k8s.io/pause:3.10.1' } },
        { given: { prePull: { image: 'a/pause:1' } }, at: { [`${PRE_PULL}/containers/pause/image`]: 'a/pause:1' } },
      ],
      networkPolicy: [{ given: { networkPolicy: false }, at: { NetworkPolicy: undefined } }],
      egress: [{ given: { egress: Egress.CLOSED }, at: { 'NetworkPolicy functions-egress': undefined } }],
      egressTo: [
        {
          given: { egressTo: [{ namespace: 'data', podLabels: { app: 'redis' }, ports: [6379] }] },
          at: {
            'NetworkPolicy functions/spec/egress/1': {
              to: [
                {
                  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'data' } },
                  podSelector: { matchLabels: { app: 'redis' } },
                },
              ],
              ports: [{ port: 6379, protocol: 'TCP' }],
            },
          },
        },
      ],
      ingressFrom: [
        {
          given: { ingressFrom: [{ cidr: 'fd00::/8' }] },
          at: { 'NetworkPolicy functions/spec/ingress/1': { from: [{ ipBlock: { cidr: 'fd00::/8' } }] } },
        },
      ],
      podSecurity: [
        {
          given: { podSecurity: PodSecurity.BASELINE },
          at: { 'Namespace/metadata/labels/pod-security.kubernetes.io~1enforce': 'baseline' },
        },
      ],
      createNamespace: [{ given: { createNamespace: false }, at: { Namespace: undefined } }],
      labels: [{ given: { labels: { team: 'a' } }, at: { 'Namespace/metadata/labels/team': 'a' } }],
      kedaNamespace: [{ given: { kedaNamespace: 'mine' }, at: { [FROM]: { 'kubernetes.io/metadata.name': 'mine' } } }],
    },
    {
      build(props: Partial<ProjectChartProps>) {
        const app = new App();
        new ProjectChart(new Environment(app, 'e', ENVIRONMENT), 'p', { name: 'shop', ...props });
        return app;
      },
      load: (settings) =>
        load({ 'environments/e.yaml': 'domain: fn.test', 'functions/shop/project.yaml': JSON.stringify(settings) })
          .environments[0].projects[0].props,
    },
  );
});
