import type { k8s } from 'cdk8s-plus-28';
import { containerPort, servicePort } from '../../workload/ports';
import { PRE_STOP_SECONDS, SERVICE_PORT } from '../defaults';
import type { FunctionSettings } from '../fields';
import { PortProtocol } from './port';
import { appProtocolOf } from './protocol';

/** The ports of a function beside that of its requests, by name. */
export function extraPorts({ ports = {} }: FunctionSettings) {
  return Object.entries(ports).map(([name, { port, protocol, fromNamespaces }]) => ({
    name,
    port,
    // what Kubernetes takes when nothing is said
    protocol: protocol === PortProtocol.UDP ? protocol : undefined,
    fromNamespaces,
  }));
}

/** The ports that the container opens. */
export function containerPorts(settings: FunctionSettings): k8s.ContainerPort[] {
  const extra = extraPorts(settings).map(({ name, port, protocol }) => containerPort(name, port, protocol));
  return settings.http ? [containerPort('http', settings.port), ...extra] : extra;
}

/** The ports of the Service, that of the requests first. */
export function servicePorts(settings: FunctionSettings): k8s.ServicePort[] {
  const extra = extraPorts(settings).map(({ name, port, protocol }) => servicePort(name, port, undefined, protocol));
  const appProtocol = appProtocolOf(settings.protocol);
  return settings.http ? [{ ...servicePort('http', SERVICE_PORT), appProtocol }, ...extra] : extra;
}

/** How long a stopping pod goes on, while the data path learns that it is going away; not at all where none leads to it. */
export function preStopSeconds(settings: FunctionSettings): number {
  return servicePorts(settings).length > 0 ? PRE_STOP_SECONDS : 0;
}
