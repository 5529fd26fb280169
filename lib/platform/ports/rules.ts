import type { Breach, Rule } from '../../fields';
import { PodSecurity } from '../../workload/pod-security';
import type { KedaPlatformProps } from '../props';
import { metricsServerPorts, webhooksPorts } from './ports';

type Settings = KedaPlatformProps & Required<Pick<KedaPlatformProps, 'createNamespace' | 'podSecurity'>>;

interface Listener {
  readonly component: 'metricsServer' | 'webhooks';
  readonly port: string;
  readonly number: number;
}

const SERVED = ['metricsServer', 'webhooks'] as const;

/** What the API server calls: one port, one listener; and pods on the host network are for a namespace that lets them. */
export const PORT_RULES: Rule<Settings, KedaPlatformProps>[] = [
  { props: [...SERVED], check: checkPorts },
  { props: [...SERVED, 'podSecurity', 'createNamespace'], check: checkSecurity },
];

function checkPorts({ metricsServer = {}, webhooks = {} }: Settings): Breach | undefined {
  const listeners = [
    ...listen('metricsServer', metricsServerPorts(metricsServer)),
    ...listen('webhooks', webhooksPorts(webhooks)),
  ];
  const oneHost = metricsServer.hostNetwork && webhooks.hostNetwork;
  for (const [index, { component, port, number }] of listeners.entries()) {
    const other = listeners
      .slice(0, index)
      .find((each) => each.number === number && (oneHost || each.component === component));
    if (!other) continue;
    const where = other.component === component ? '' : ' on the host network';
    const reason = `is ${other.component}.${other.port}${where}`;
    return { prop: component, item: [port], reason, allowed: 'another port' };
  }
  return undefined;
}

function listen(component: Listener['component'], ports: { readonly [port: string]: number }): Listener[] {
  return Object.entries(ports).map(([port, number]) => ({ component, port: `${port}Port`, number }));
}

function checkSecurity({ metricsServer, webhooks, podSecurity, createNamespace }: Settings): Breach | undefined {
  const component = metricsServer?.hostNetwork ? 'metricsServer' : webhooks?.hostNetwork ? 'webhooks' : undefined;
  return component && createNamespace && podSecurity !== PodSecurity.PRIVILEGED
    ? {
        prop: component,
        item: ['hostNetwork'],
        reason: `is refused by a ${podSecurity} namespace`,
        allowed: 'false, or podSecurity: privileged',
      }
    : undefined;
}
