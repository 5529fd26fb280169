import { Size } from 'cdk8s';
import { Cpu, type KedaPlatformProps, LogLevel } from '../../lib';
import { COMPONENTS } from '../../lib/platform/components';
import type { Effects } from '../effects';
import { podEffects } from './pod-effects';

export const container = (name: string) => `Deployment ${name}/spec/template/spec/containers/0`;
export const only = (setting: string, given: object, at: object): Effects => ({
  [setting]: [{ given, at: { ...at } }],
});

/** What each component can be told. */
export function processEffects(prop: keyof KedaPlatformProps, name: string): Effects {
  const at = container(name);
  const resources = {
    cpuRequest: Cpu.millis(7),
    cpuLimit: Cpu.cores(3),
    memoryRequest: Size.mebibytes(9),
    memoryLimit: Size.gibibytes(3),
  };
  const { cpuRequest, cpuLimit, memoryRequest, memoryLimit } = resources;
  return {
    ...only(
      `${prop}.resources.cpuRequest`,
      { [prop]: { resources: { cpuRequest } } },
      { [`${at}/resources/requests/cpu`]: '7m' },
    ),
    ...only(
      `${prop}.resources.cpuLimit`,
      { [prop]: { resources: { cpuLimit } } },
      { [`${at}/resources/limits/cpu`]: '3' },
    ),
    ...only(
      `${prop}.resources.memoryRequest`,
      { [prop]: { resources: { memoryRequest } } },
      { [`${at}/resources/requests/memory`]: '9Mi' },
    ),
    ...only(
      `${prop}.resources.memoryLimit`,
      { [prop]: { resources: { memoryLimit } } },
      { [`${at}/resources/limits/memory`]: '3Gi' },
    ),
    ...only(
      `${prop}.logLevel`,
      { [prop]: { logLevel: LogLevel.DEBUG } },
      { [`${at}/args`]: expect.arrayContaining(['--zap-log-level=debug']) },
    ),
    ...only(
      `${prop}.extraArgs`,
      { [prop]: { extraArgs: ['--zap-devel'] } },
      { [`${at}/args`]: expect.arrayContaining(['--zap-devel']) },
    ),
    ...only(
      `${prop}.serviceAccountAnnotations`,
      { [prop]: { serviceAccountAnnotations: { 'eks.amazonaws.com/role-arn': 'arn' } } },
      { [`ServiceAccount ${accountOf(name)}/metadata/annotations`]: { 'eks.amazonaws.com/role-arn': 'arn' } },
    ),
    ...only(
      `${prop}.ingressFrom`,
      { [prop]: { ingressFrom: [{ namespace: 'audit' }] } },
      {
        [`NetworkPolicy ${name}/spec/ingress`]: expect.arrayContaining([
          { from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'audit' } } }] },
        ]),
      },
    ),
    ...only(
      `${prop}.egressTo`,
      { [prop]: { egressTo: [{ cidr: '169.254.169.254/32', ports: [80] }] } },
      {
        [`NetworkPolicy ${name}/spec/egress`]: expect.arrayContaining([
          { to: [{ ipBlock: { cidr: '169.254.169.254/32' } }], ports: [{ port: 80, protocol: 'TCP' }] },
        ]),
      },
    ),
    ...podEffects([name], prop),
  };
}

export function componentEffects(prop: keyof KedaPlatformProps, name: string): Effects {
  return {
    ...processEffects(prop, name),
    ...only(`${prop}.replicas`, { [prop]: { replicas: 5 } }, { [`Deployment ${name}/spec/replicas`]: 5 }),
  };
}

const accountOf = (deployment: string) => COMPONENTS.find(({ name }) => name === deployment)!.serviceAccount;
