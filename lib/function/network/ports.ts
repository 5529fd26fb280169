import { k8s } from 'cdk8s-plus-28';
import { SERVICE_PORT } from '../defaults';
import type { FunctionSettings } from '../fields';
import { PortProtocol } from './port';
import { appProtocolOf } from './protocol';

const named = k8s.IntOrString.fromString;

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
  const extra = extraPorts(settings).map(({ name, port, protocol }) => ({ name, containerPort: port, protocol }));
  return [{ name: 'http', containerPort: settings.port }, ...extra];
}

/** The ports of the Service, that of the requests first. */
export function servicePorts(settings: FunctionSettings): k8s.ServicePort[] {
  return [
    {
      name: 'http',
      port: SERVICE_PORT,
      targetPort: named('http'),
      appProtocol: appProtocolOf(settings.protocol),
    },
    ...extraPorts(settings).map(({ name, port, protocol }) => ({ name, port, targetPort: named(name), protocol })),
  ];
}
