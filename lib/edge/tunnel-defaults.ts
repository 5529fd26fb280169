import { Duration, Size } from 'cdk8s';
import { Cpu } from '../values/cpu';

export const CLOUDFLARED_VERSION = '2026.8.2';

/** The defaults of a tunnel. */
export const TUNNEL_DEFAULTS = {
  name: 'cloudflared',
  namespace: 'cloudflared',
  image: `cloudflare/cloudflared:${CLOUDFLARED_VERSION}`,
  replicas: 2,
  gracePeriod: Duration.seconds(30),
  resources: {
    cpuRequest: Cpu.millis(50),
    memoryRequest: Size.mebibytes(64),
    memoryLimit: Size.mebibytes(256),
  },
} as const;
