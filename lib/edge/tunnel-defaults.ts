import { Size } from 'cdk8s';
import { Cpu } from '../values/cpu';

export const CLOUDFLARED_VERSION = '2026.8.2';

/** What a pod of a tunnel asks for where nothing else is said. */
export const TUNNEL_RESOURCES = {
  cpuRequest: Cpu.millis(50),
  memoryRequest: Size.mebibytes(64),
  memoryLimit: Size.mebibytes(256),
};
