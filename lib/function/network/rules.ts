import type { Breach, Rule } from '../../fields';
import { SERVICE_PORT } from '../defaults';
import type { FunctionProcessProps } from '../process/props';
import type { FunctionRoutingProps } from '../routing/props';
import { PortProtocol } from './port';
import type { FunctionNetworkProps } from './props';

type Props = FunctionNetworkProps & FunctionProcessProps & Pick<FunctionRoutingProps, 'http'>;
type Filled = Props & Required<Pick<Props, 'port' | 'http'>>;

export const NETWORK_RULES: Rule<Filled, Props>[] = [{ props: ['ports', 'port', 'http'], check: sharedNumber }];

/** A number that two ports have: a Service takes none twice. */
function sharedNumber({ ports = {}, port, http }: Filled): Breach | undefined {
  const own: [string, string][] = [
    [key(port), "is the function's own port"],
    [key(SERVICE_PORT), "is the Service's port for requests"],
  ];
  const taken = new Map(http ? own : []);
  for (const [name, { port: number, protocol }] of Object.entries(ports)) {
    const reason = taken.get(key(number, protocol));
    if (reason) return { prop: 'ports', item: [name, 'port'], reason, allowed: 'another number' };
    taken.set(key(number, protocol), `is that of ${name} too`);
  }
  return undefined;
}

function key(port: number, protocol: PortProtocol = PortProtocol.TCP): string {
  return `${port}/${protocol}`;
}
