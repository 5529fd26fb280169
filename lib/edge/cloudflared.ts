import { createHash } from 'node:crypto';
import { Lazy } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { unlessEmpty } from '../workload/container';
import { placementOf } from '../workload/placement/placement';
import { containerPort } from '../workload/ports';
import { SteadyDeployment } from '../workload/steady-deployment';
import { trustOf } from '../workload/trust/trust';
import type { CloudflareTunnelProps } from './props';
import { CREDENTIALS_FILE } from './tunnel-config';
import { tunnelFlags } from './tunnel-flags';
import type { TunnelMode } from './tunnel-mode';
import type { TunnelProcessProps } from './tunnel-process-props';

const CONFIG_FOLDER = '/etc/cloudflared/config';
/** What is left for the process to stop after that. */
const STOP_SECONDS = 5;

/** Key of the ConfigMap that holds a local tunnel's configuration. */
export const CONFIG_KEY = 'config.yaml';
const METRICS_PORT = 2000;

export interface CloudflaredProps
  extends TunnelProcessProps,
    Required<Pick<CloudflareTunnelProps, 'mode' | 'image' | 'replicas' | 'resources' | 'gracePeriod'>> {
  readonly metadata: k8s.ObjectMeta;
  readonly selector: { readonly [label: string]: string };
  /** The configuration file of a local tunnel. */
  readonly config: () => string;
}

/** The pods that hold a tunnel open: each has four connections to Cloudflare's edge, which spreads requests over all. */
export class Cloudflared extends SteadyDeployment {
  constructor(scope: Construct, id: string, props: CloudflaredProps) {
    const { metadata, selector, mode, replicas, resources } = props;
    const graceSeconds = props.gracePeriod.toSeconds();
    const trust = trustOf(props);
    const flags = tunnelFlags(props);
    super(scope, id, {
      metadata,
      selector,
      podMetadata: {
        labels: selector,
        // cloudflared reads the file once, at its start
        ...(mode.isLocal && {
          annotations: { 'checksum/config': Lazy.any({ produce: () => sha256(props.config()) }) },
        }),
      },
      replicas,
      resources,
      pod: {
        ...placementOf(props),
        imagePullSecrets: props.imagePullSecrets?.map((name) => ({ name })),
        automountServiceAccountToken: false,
        terminationGracePeriodSeconds: graceSeconds + STOP_SECONDS,
        volumes: unlessEmpty([...(mode.isLocal ? volumes(metadata.name!, mode) : []), ...trust.volumes]),
      },
      container: {
        name: 'cloudflared',
        image: props.image,
        args: [
          'tunnel',
          '--no-autoupdate',
          '--metrics',
          `0.0.0.0:${METRICS_PORT}`,
          '--grace-period',
          `${graceSeconds}s`,
          ...(mode.isLocal ? ['--config', `${CONFIG_FOLDER}/${CONFIG_KEY}`] : []),
          ...flags.tunnel,
          'run',
          ...flags.run,
        ],
        env: unlessEmpty([...(mode.isLocal ? [] : [tokenVariable(mode)]), ...trust.env]),
        ports: [containerPort('metrics', METRICS_PORT)],
        readinessProbe: probe('/ready', 3),
        // not /ready: without a connection to the edge, as in an outage there, a new process is no better off
        livenessProbe: probe('/healthcheck', 6),
        volumeMounts: unlessEmpty([...(mode.isLocal ? MOUNTS : []), ...trust.volumeMounts]),
      },
    });
  }
}

const MOUNTS: k8s.VolumeMount[] = [
  { name: 'config', mountPath: CONFIG_FOLDER, readOnly: true },
  { name: 'secret', mountPath: CREDENTIALS_FILE.replace(/\/[^/]*$/, ''), readOnly: true },
];

function volumes(configMap: string, mode: TunnelMode): k8s.Volume[] {
  const path = CREDENTIALS_FILE.replace(/^.*\//, '');
  return [
    { name: 'config', configMap: { name: configMap } },
    {
      name: 'secret',
      secret: { secretName: mode.secretName, defaultMode: 0o440, items: [{ key: mode.secretKey, path }] },
    },
  ];
}

function tokenVariable({ secretName, secretKey }: TunnelMode): k8s.EnvVar {
  return { name: 'TUNNEL_TOKEN', valueFrom: { secretKeyRef: { name: secretName, key: secretKey } } };
}

/** `/ready` says whether the process has a connection to the edge, `/healthcheck` whether it answers. */
function probe(path: string, failureThreshold: number): k8s.Probe {
  return {
    httpGet: { path, port: k8s.IntOrString.fromString('metrics') },
    periodSeconds: 10,
    timeoutSeconds: 5,
    failureThreshold,
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
