import { type Exceptions, NO_CPU_LIMIT } from '../workload/exceptions';
import type { FunctionSettings } from './fields';
import { questionsTo } from './probes/probes';

/** The smallest user id that is none of a node's own users. */
const HIGH_ID = 10_001;

/** What of a function's Deployment is as it should be, although a checker finds fault with it. */
export function exceptionsOf(settings: FunctionSettings): Exceptions {
  const { cpuLimit, minReplicas, podAntiAffinity } = settings;
  const { user, name } = settings.runtime;
  return {
    'container-resources': !cpuLimit && NO_CPU_LIMIT,
    'container-security-context-user-group-id':
      (user ?? 0) < HIGH_ID && `${user ?? 'that of the image'} is the user to whom images of ${name} give their files`,
    'deployment-has-host-podantiaffinity':
      !podAntiAffinity &&
      'the scheduler spreads the pods of a Service by itself; a term of its own would cost each cold start',
    'deployment-has-poddisruptionbudget': minReplicas < 2 && 'a single pod that may not be taken away blocks a drain',
    'deployment-replicas': 'KEDA sets the number of pods',
    'pod-probes': !questionsTo(settings).readiness && 'a readiness probe would cost each cold start 1.2 s',
  };
}
