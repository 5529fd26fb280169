import type { Api, Watched } from '../kit/api';
import { NAMESPACE } from '../kit/workload';

/** The steps of a start, in their order. Each is known when the API server tells of it. */
export const STEPS = ['scaled', 'created', 'scheduled', 'sandbox', 'container', 'ready', 'endpoint'] as const;
export type Step = (typeof STEPS)[number];
/** When a function's steps were seen, in milliseconds of `performance.now()`. */
export type Seen = Partial<Record<Step, number>> & { podIp?: string };

const INSTANCE = 'app.kubernetes.io/instance';
const SERVICE = 'kubernetes.io/service-name';

/** Watches the starts of the functions in the namespace of the measurements. */
export class Timeline {
  private readonly seen = new Map<string, Seen>();
  private readonly abort = new AbortController();

  constructor(api: Api) {
    const watch = (path: string, onObject: (object: Watched) => void) =>
      api.watch(path, this.abort.signal, onObject).catch((error) => {
        if (!this.abort.signal.aborted) throw error;
      });
    watch(`/apis/apps/v1/namespaces/${NAMESPACE}/deployments`, ({ metadata, spec }) => {
      if (spec.replicas > 0) this.note(metadata.name, 'scaled');
    });
    watch(`/api/v1/namespaces/${NAMESPACE}/pods`, (pod) => this.notePod(pod));
    watch(`/apis/discovery.k8s.io/v1/namespaces/${NAMESPACE}/endpointslices`, ({ metadata, endpoints }) => {
      const ready = endpoints?.some(({ conditions }: Watched) => conditions.ready);
      if (ready) this.note(metadata.labels[SERVICE], 'endpoint');
    });
  }

  /** Forgets what was seen of a function, as its next start begins. */
  public begin(deployment: string): Seen {
    const seen: Seen = {};
    this.seen.set(deployment, seen);
    return seen;
  }

  public end(): void {
    this.abort.abort();
  }

  private notePod({ metadata, status }: Watched): void {
    if (metadata.deletionTimestamp) return;
    const deployment = metadata.labels[INSTANCE];
    const holds = (type: string) =>
      status.conditions?.some((each: Watched) => each.type === type && each.status === 'True');
    this.note(deployment, 'created');
    if (holds('PodScheduled')) this.note(deployment, 'scheduled');
    if (holds('PodReadyToStartContainers')) this.note(deployment, 'sandbox');
    if (status.containerStatuses?.[0]?.state.running) this.note(deployment, 'container');
    if (holds('Ready')) this.note(deployment, 'ready');
    const seen = this.seen.get(deployment);
    if (seen && status.podIP) seen.podIp = status.podIP;
  }

  private note(deployment: string, step: Step): void {
    const seen = this.seen.get(deployment);
    if (seen) seen[step] ??= performance.now();
  }
}
