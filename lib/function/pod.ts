import type { k8s } from 'cdk8s-plus-28';
import { toResourceRequirements } from '../workload/resources';
import { RESTRICTED_CONTAINER, restrictedPod } from '../workload/restricted';
import { PRE_STOP_SECONDS } from './defaults';
import type { FunctionSettings } from './fields';
import { probesOf } from './startup';
import { type FixedVariables, orderVariables } from './variables';

/** The pod of a function: one container under the restricted standard, with nothing that delays its start. */
export function functionPod(name: string, settings: FunctionSettings): k8s.PodSpec {
  const paths = settings.writablePaths ?? settings.runtime.writablePaths;
  return {
    // a token is a volume, and the kubelet looks for mounted volumes every 300 ms
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    securityContext: restrictedPod(settings.runtime.user),
    terminationGracePeriodSeconds: PRE_STOP_SECONDS + settings.timeout.toSeconds(),
    containers: [
      {
        name: 'function',
        image: settings.image,
        imagePullPolicy: 'IfNotPresent',
        ports: [{ name: 'http', containerPort: settings.port }],
        env: environment(name, settings),
        envFrom: settings.envFromSecrets?.map((name) => ({ secretRef: { name } })),
        resources: resources(settings),
        securityContext: RESTRICTED_CONTAINER,
        ...probesOf(settings),
        volumeMounts:
          paths.length > 0 ? paths.map((mountPath, index) => ({ name: `writable-${index}`, mountPath })) : undefined,
      },
    ],
    volumes: paths.length > 0 ? paths.map((_, index) => ({ name: `writable-${index}`, emptyDir: {} })) : undefined,
  };
}

/** The environment variables of a function, by name. */
export function variablesOf(name: string, settings: FunctionSettings): { readonly [name: string]: string } {
  const fixed: FixedVariables = {
    FUNCTION_NAME: name,
    FUNCTION_HANDLER: settings.handler,
    FUNCTION_TIMEOUT: String(settings.timeout.toSeconds()),
    PORT: String(settings.port),
  };
  return { ...settings.runtime.env, ...settings.env, ...fixed };
}

function environment(name: string, settings: FunctionSettings): k8s.EnvVar[] {
  const variables = variablesOf(name, settings);
  return orderVariables(variables).map((name) => ({ name, value: variables[name] }));
}

function resources({ cpu, cpuLimit, memory, memoryLimit = memory }: FunctionSettings): k8s.ResourceRequirements {
  return toResourceRequirements({ cpuRequest: cpu, cpuLimit, memoryRequest: memory, memoryLimit });
}
