import { DEFAULT_CLUSTER_DOMAIN, DEFAULT_KEDA_NAMESPACE } from '../environment';
import { LogLevel } from '../platform';
import { edge } from './schema-edge';
import { functionKeys, sharedFunctionKeys } from './schema-function';
import { gitOps } from './schema-gitops';
import { monitoring } from './schema-monitoring';
import {
  boolean,
  cpu,
  duration,
  integer,
  list,
  map,
  matching,
  memory,
  object,
  oneOf,
  type Schema,
  text,
} from './schema-values';

/** The keys of an environment. */
export function environmentKeys(): { [key: string]: Schema } {
  return {
    domain: text('Domain under which functions get their default host, <function>.<domain>.', {
      errorMessage: 'a host name such as fn.example.com',
    }),
    kedaNamespace: text('Namespace of KEDA and its HTTP add-on.', { default: DEFAULT_KEDA_NAMESPACE }),
    clusterDomain: text("Domain of the cluster's DNS, without a dot at its end.", {
      default: DEFAULT_CLUSTER_DOMAIN,
      errorMessage: 'a host name such as cluster.local',
    }),
    platform: platform(),
    edge: edge(),
    gitops: gitOps(),
    monitoring: monitoring(),
    projects: list(text('Name of a folder of functions/.'), 'Projects that the environment runs. Default: all.'),
    defaults: object(sharedFunctionKeys(), "Settings of every function, under the function's own."),
    overrides: map(
      { pattern: '^[^/]+/[^/]+$', errorMessage: '<project>/<function>' },
      object(functionKeys(), "Settings over the function's own."),
      'Settings of single functions in this environment, by <project>/<function>; such as the image.',
    ),
  };
}

function platform(): Schema {
  const fixed = { replicas: integer('Number of pods. Default: as the sizing says.', 1) };
  const scaled = {
    minReplicas: integer('Pods without traffic. Default: as the sizing says.', 1),
    maxReplicas: integer('Pods under the highest load. Default: as the sizing says.', 1),
  };
  return object(
    {
      createNamespace: boolean(
        'Whether the namespace of KEDA is made here; else it has to exist, and stays as it is.',
        {
          default: true,
        },
      ),
      sizing: oneOf(
        ['seed', 'standard'],
        'Resources, replicas and intervals of all components: seed is small, standard is fast under load.',
        { default: 'standard' },
      ),
      registry: text("Registry and path in front of each image's name, such as a mirror's.", {
        default: 'ghcr.io/kedacore',
      }),
      digests: map(
        { type: 'string' },
        matching('^sha256:[0-9a-f]{64}$', 'sha256:<64 hex digits>', 'Digest of an image.'),
        'Digests by image name, such as keda or http-add-on-interceptor. Default: the tag alone names the image.',
      ),
      operator: component("KEDA's operator, which scales from and to zero.", fixed),
      metricsServer: component("KEDA's metrics server, from which the HPA scales beyond one.", fixed),
      webhooks: component("KEDA's admission webhooks, which refuse wrong ScaledObjects.", fixed),
      addOnOperator: component("The add-on's operator, which serves HTTPScaledObjects.", fixed),
      interceptor: component('The proxy that holds requests until a function runs.', scaled),
      scaler: component('What tells KEDA of held requests.', {
        ...fixed,
        queueTick: duration('How often the interceptors are asked, 10ms to 10s. Default: as the sizing says.'),
        streamInterval: duration(
          'How often KEDA hears of each function, 10ms to 10s; raise it for hundreds of them. Default: as the sizing says.',
        ),
      }),
    },
    'KEDA and its HTTP add-on.',
  );
}

function component(description: string, own: { [key: string]: Schema }): Schema {
  return object(
    {
      cpu: cpu('CPU request. Default: as the sizing says.'),
      cpuLimit: cpu('CPU limit. Default: as the sizing says.'),
      memory: memory('Memory request. Default: as the sizing says.'),
      memoryLimit: memory('Memory limit. Default: as the sizing says.'),
      ...own,
      logLevel: oneOf(Object.values(LogLevel), 'How much the component logs.', { default: LogLevel.INFO }),
      extraArgs: list(
        matching('^--[A-Za-z0-9][A-Za-z0-9_-]*(=[\\s\\S]*)?$', '--flag or --flag=value', 'A flag.'),
        'More command-line flags; one that is already set replaces it, unless the platform depends on it.',
      ),
    },
    description,
  );
}
