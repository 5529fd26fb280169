import { type Fault, type Fields, integer, list, map, object, oneOf, Table, text } from '../../fields';
import { dnsLabel } from '../../fields/names';
import { peers } from '../../network/fields';
import { Egress } from '../../network/props';
import { type FunctionPort, PortProtocol } from './port';
import type { EgressProps, FunctionNetworkProps } from './props';
import { Protocol } from './protocol';

const port = {
  port: { ...integer(1, 65535), required: true },
  protocol: { ...oneOf(PortProtocol), default: PortProtocol.TCP },
  fromNamespaces: list(dnsLabel(), { min: 1 }),
} satisfies Fields<FunctionPort>;

const PORT = new Table<FunctionPort, typeof port>('FunctionPort', port);

const PORT_NAME = 'a-z, 0-9 and single "-", at least one letter, at most 15 characters';

/** A name that the API server takes for a port: apimachinery pkg/util/validation, IsValidPortName. */
function portNameFault(name: string): Fault | undefined {
  if (name.length > 15 || !/[a-z]/.test(name)) return { reason: 'is not the name of a port', allowed: PORT_NAME };
  return name === 'http'
    ? { reason: 'is taken: it is the port of the requests', allowed: 'port, or another name' }
    : undefined;
}

export const portName = () => text({ pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/, allowed: PORT_NAME, fault: portNameFault });

export const EGRESS_FIELDS = { egress: oneOf(Egress), egressTo: peers() } satisfies Fields<EgressProps>;

export const NETWORK_FIELDS = {
  protocol: { ...oneOf(Protocol), default: Protocol.HTTP },
  ports: map(portName(), object(PORT)),
  ...EGRESS_FIELDS,
  ingressFrom: peers(),
} satisfies Fields<FunctionNetworkProps>;
