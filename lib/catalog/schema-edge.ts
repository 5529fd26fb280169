import { ExternalDns } from '../edge';
import { TUNNEL_DEFAULTS } from '../edge/cloudflare-tunnel';
import { ORIGIN_DEFAULTS } from '../edge/tunnel-config';
import { memoryQuantity } from '../workload/resources';
import { formatDuration } from './quantities';
import { boolean, cpu, duration, integer, list, map, memory, object, oneOf, type Schema, text } from './schema-values';

/** The way in: exactly one of `cloudflare`, `gateway` and `ingress`. */
export function edge(): Schema {
  return object(
    { cloudflare: cloudflare(), gateway: gateway(), ingress: ingress(), dns: dns() },
    'What stands in front of the interceptor: exactly one of cloudflare, gateway and ingress. Default: nothing.',
  );
}

function hosts(): { hosts: Schema } {
  return {
    hosts: {
      ...list(
        text('A host name, *. allowed in front.'),
        'Hosts that lead in. Default: *.<domain>, and each host of a function that this wildcard does not cover.',
      ),
      minItems: 1,
    },
  };
}

function cloudflare(): Schema {
  return object(
    {
      local: tunnel('A tunnel whose rules are in a ConfigMap here.', 'tunnel-credentials', 'credentials.json'),
      remote: tunnel('A tunnel whose rules are at Cloudflare, set through its API.', 'tunnel-token', 'token'),
      ...hosts(),
      origin: origin(),
      namespace: text("Namespace of the tunnel's pods.", { default: TUNNEL_DEFAULTS.namespace }),
      createNamespace: boolean('Whether the namespace is made here; else it has to exist.', { default: true }),
      name: text('Name of the objects; another one for a second tunnel in a namespace.', {
        default: TUNNEL_DEFAULTS.name,
      }),
      image: text('Image with a tag other than latest, or with a digest.', { default: TUNNEL_DEFAULTS.image }),
      replicas: integer('Number of pods.', 1, { default: TUNNEL_DEFAULTS.replicas }),
      cpu: cpu('CPU request.', { default: TUNNEL_DEFAULTS.resources.cpuRequest.toQuantity() }),
      cpuLimit: cpu('CPU limit. Default: none, since each request passes here.'),
      memory: memory('Memory request.', { default: memoryQuantity(TUNNEL_DEFAULTS.resources.memoryRequest) }),
      memoryLimit: memory('Memory limit.', { default: memoryQuantity(TUNNEL_DEFAULTS.resources.memoryLimit) }),
      gracePeriod: duration('How long a pod that stops waits for requests in flight; whole seconds, at most 180s.', {
        default: formatDuration(TUNNEL_DEFAULTS.gracePeriod),
      }),
      networkPolicy: boolean(
        'Whether the pods reach only DNS, the interceptor and Cloudflare, and are reached only at their metrics.',
        { default: true },
      ),
      zone: text('Zone at Cloudflare that holds the hosts. Default: the last two labels of each host.'),
      advancedCertificate: boolean(
        'Whether certificates cover hosts more than one level below the zone, so that nothing warns of them.',
        { default: false },
      ),
    },
    'Cloudflare Tunnel: exactly one of local and remote.',
  );
}

function tunnel(description: string, secretName: string, secretKey: string): Schema {
  return object(
    {
      tunnelId: text('UUID of the tunnel.', { errorMessage: 'the UUID of a tunnel' }),
      secretName: text("Existing Secret in the namespace of the tunnel's pods.", { default: secretName }),
      secretKey: text('Key within the Secret.', { default: secretKey }),
    },
    description,
    { required: ['tunnelId'] },
  );
}

function origin(): Schema {
  const time = (key: keyof typeof ORIGIN_DEFAULTS, description: string) =>
    duration(description, { default: formatDuration(ORIGIN_DEFAULTS[key as 'connectTimeout']) });
  return object(
    {
      connectTimeout: time('connectTimeout', 'Longest time to open a connection.'),
      tlsTimeout: duration('Longest time of a TLS handshake. Default: that of cloudflared, 10s.'),
      tcpKeepAlive: duration('Time between two TCP keep-alive probes. Default: that of cloudflared, 30s.'),
      keepAliveTimeout: time('keepAliveTimeout', 'Time after which an idle connection is closed.'),
      keepAliveConnections: integer('Most idle connections kept open. Default: that of cloudflared, 100.', 1),
      noHappyEyeballs: boolean('Whether IPv4 is not tried beside IPv6 when a connection is slow.', {
        default: ORIGIN_DEFAULTS.noHappyEyeballs,
      }),
    },
    'How cloudflared connects to the interceptor. Durations of a remote tunnel are whole seconds.',
  );
}

function gateway(): Schema {
  const parent = object(
    {
      name: text('Name of the Gateway.'),
      namespace: text('Namespace of the Gateway. Default: that of the route.'),
      sectionName: text('Name of one of its listeners. Default: all of them.'),
      port: integer('Port of its listeners. Default: any.', 1, { maximum: 65535 }),
    },
    'A Gateway that the route is attached to.',
    { required: ['name'] },
  );
  return object(
    {
      parentRefs: { ...list(parent, 'The Gateways that the route is attached to.'), minItems: 1 },
      ...hosts(),
      namespace: text("Namespace of the route; has to exist. Default: KEDA's."),
      name: text('Name of the objects.', { default: 'functions' }),
      requestTimeout: duration(
        "Longest time from a request to its response's end; whole seconds, 0s for no limit. Default: the longest that a function may take until its response's header.",
      ),
    },
    'A Gateway that exists leads to the interceptor.',
    { required: ['parentRefs'] },
  );
}

function ingress(): Schema {
  return object(
    {
      className: text('Name of the IngressClass. Default: the default class of the cluster.'),
      tlsSecret: text("Secret with the certificate of all hosts, in KEDA's namespace. Default: no TLS here."),
      annotations: map(
        { type: 'string' },
        { type: 'string', errorMessage: 'a string; quote numbers and booleans' },
        'Annotations that the controller reads, such as its timeouts.',
      ),
      ...hosts(),
      name: text('Name of the Ingress.', { default: 'functions' }),
    },
    'An ingress controller that exists leads to the interceptor.',
  );
}

function dns(): Schema {
  return object(
    {
      target: text('What the hosts lead to: a host name or an IP address. Default: the tunnel, if the edge is one.'),
      proxied: boolean(
        'Whether Cloudflare stands between client and target. Default: true for a tunnel, else not said.',
      ),
      ttl: duration('How long a resolver keeps a record that is not proxied. Default: that of the provider.'),
      externalDns: oneOf(Object.values(ExternalDns), 'Release of external-dns in the cluster.', {
        default: ExternalDns.SINCE_0_22,
      }),
      ...hosts(),
      namespace: text("Namespace of the DNSEndpoint; has to exist. Default: KEDA's."),
      name: text('Name of the DNSEndpoint.', { default: 'functions' }),
    },
    'DNS records of the hosts, for external-dns. Default: none, they are set by hand.',
  );
}
