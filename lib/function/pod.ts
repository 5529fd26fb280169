import { k8s } from 'cdk8s-plus-28';
import type { IConstruct } from 'constructs';
import { reject } from '../errors';
import { memoryQuantity, toResourceRequirements } from '../workload/resources';
import { RESTRICTED_CONTAINER, restrictedPod } from '../workload/restricted';
import { FUNCTION_DEFAULTS, FUNCTION_LIMITS, PRE_STOP_SECONDS } from './defaults';
import type { FunctionChartProps } from './function-chart';
import { type FixedVariables, orderVariables, requireFreeNames } from './variables';

/** A function's settings after the chart has checked them. */
export interface FunctionPodProps extends FunctionChartProps {
  readonly functionName: string;
  readonly port: number;
  readonly timeoutSeconds: number;
}

/** The pod of a function: one container under the restricted standard, with nothing that delays its start. */
export function functionPod(scope: IConstruct, props: FunctionPodProps): k8s.PodSpec {
  const paths = props.writablePaths ?? props.runtime.writablePaths;
  for (const path of paths) {
    if (!path.startsWith('/')) reject(scope, `writablePath "${path}" is relative; allowed: an absolute path`);
  }
  const probe = {
    httpGet: { path: props.healthPath ?? FUNCTION_DEFAULTS.healthPath, port: k8s.IntOrString.fromString('http') },
  };
  return {
    // a token is a volume, and the kubelet looks for mounted volumes every 300 ms
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    securityContext: restrictedPod(props.runtime.user),
    terminationGracePeriodSeconds: PRE_STOP_SECONDS + props.timeoutSeconds,
    containers: [
      {
        name: 'function',
        image: props.image,
        imagePullPolicy: 'IfNotPresent',
        ports: [{ name: 'http', containerPort: props.port }],
        env: environment(scope, props),
        envFrom: props.envFromSecrets?.map((name) => ({ secretRef: { name } })),
        resources: resources(scope, props),
        securityContext: RESTRICTED_CONTAINER,
        livenessProbe: { ...probe, periodSeconds: 10, timeoutSeconds: 5 },
        readinessProbe: props.readinessProbe ? { ...probe, periodSeconds: 1 } : undefined,
        volumeMounts:
          paths.length > 0 ? paths.map((mountPath, index) => ({ name: `writable-${index}`, mountPath })) : undefined,
      },
    ],
    volumes: paths.length > 0 ? paths.map((_, index) => ({ name: `writable-${index}`, emptyDir: {} })) : undefined,
  };
}

/** The environment variables of a function, by name. */
export function variablesOf(scope: IConstruct, props: FunctionPodProps): { readonly [name: string]: string } {
  const own = { ...props.runtime.env, ...props.env };
  requireFreeNames(scope, own);
  const fixed: FixedVariables = {
    FUNCTION_NAME: props.functionName,
    FUNCTION_HANDLER: props.handler ?? FUNCTION_DEFAULTS.handler,
    FUNCTION_TIMEOUT: String(props.timeoutSeconds),
    PORT: String(props.port),
  };
  return { ...own, ...fixed };
}

function environment(scope: IConstruct, props: FunctionPodProps): k8s.EnvVar[] {
  const variables = variablesOf(scope, props);
  return orderVariables(scope, variables).map((name) => ({ name, value: variables[name] }));
}

function resources(scope: IConstruct, props: FunctionPodProps): k8s.ResourceRequirements {
  const memory = props.memory ?? FUNCTION_DEFAULTS.memory;
  const memoryLimit = props.memoryLimit ?? memory;
  const { minMemory, maxMemory } = FUNCTION_LIMITS;
  for (const [field, size] of Object.entries({ memory, memoryLimit })) {
    if (size.toKibibytes() < minMemory.toKibibytes() || size.toKibibytes() > maxMemory.toKibibytes()) {
      reject(
        scope,
        `${field} ${memoryQuantity(size)} is out of range; allowed: ${memoryQuantity(minMemory)} to ${memoryQuantity(maxMemory)}`,
      );
    }
  }
  return toResourceRequirements(scope, {
    cpuRequest: props.cpu ?? FUNCTION_DEFAULTS.cpu,
    cpuLimit: props.cpuLimit,
    memoryRequest: memory,
    memoryLimit,
  });
}
