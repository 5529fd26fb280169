import { PodSecurity } from '../function/pod-security';
import { LABEL_VALUE } from '../workload/names';
import { boolean, cpu, integer, map, memory, object, oneOf, type Schema } from './schema-values';

const LABEL_KEY = '^([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$';

/** The keys of a project. */
export function projectKeys(): { [key: string]: Schema } {
  return {
    quota: object(
      {
        cpu: cpu('Sum of CPU requests. Default: unlimited.'),
        memory: memory('Sum of memory limits. Default: unlimited.'),
        pods: integer('Number of pods. Default: unlimited.', 0),
      },
      "What all pods of the project may ask for together. Default: no ResourceQuota, so no limit but the cluster's.",
    ),
    limits: object(
      {
        defaultCpu: cpu('CPU request of a container that has none.'),
        defaultMemory: memory('Memory request and limit of a container that has none.'),
        maxMemory: memory('Highest memory limit of a container.'),
      },
      'What a container gets that says nothing of its own, and the most it may ask for. Default: no LimitRange.',
    ),
    networkPolicy: boolean("Whether only the interceptor reaches the project's pods.", { default: true }),
    podSecurity: oneOf(
      Object.values(PodSecurity),
      'What the API server lets the pods of the project do; less than restricted only for a sidecar that others add.',
      { default: PodSecurity.RESTRICTED },
    ),
    createNamespace: boolean('Whether the namespace is made here; else it has to exist, and stays as it is.', {
      default: true,
    }),
    labels: map(
      { pattern: LABEL_KEY, errorMessage: 'a label key such as team or example.com/team' },
      {
        type: 'string',
        pattern: LABEL_VALUE.source,
        errorMessage: 'a string of letters, digits, "-", "_" and ".", at most 63; quote numbers and booleans',
      },
      'More labels of the namespace, if it is made here.',
    ),
  };
}
