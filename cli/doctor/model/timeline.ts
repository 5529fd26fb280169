import type { Event, Pod } from './kinds';
import { conditionOf } from './pods';
import { type Snapshot, seenAt, timeOf } from './snapshot';
import type { FunctionUnit } from './units';

/** A step of a pod's start. */
export interface Step {
  readonly step: string;
  /** RFC 3339, as the cluster recorded it. */
  readonly at: string;
  /** Since the first step. */
  readonly millis: number;
  /** Whether the cluster recorded more than whole seconds; if not, the step was at `millis` or later. */
  readonly exact: boolean;
  readonly detail?: string;
}

/** The last start of a function, as far as the cluster still remembers it. */
export interface Timeline {
  readonly function: string;
  readonly pod?: string;
  readonly steps: Step[];
  /** KEDA's last decisions, the newest first. */
  readonly scaling: { readonly at: string; readonly reason: string; readonly message: string }[];
  /** Whether each of its triggers is active, by the name of its metric. */
  readonly triggers: { readonly metric: string; readonly isActive: boolean }[];
  /** When one of them last was. @default - never */
  readonly lastActive?: string;
}

const SHOWN = 5;
const SCALING = new Set(['KEDAScaleTargetActivated', 'KEDAScaleTargetDeactivated', 'KEDAScaleTargetActivationFailed']);
const STEPS: { readonly [reason: string]: string } = {
  Scheduled: 'scheduled',
  Pulling: 'image pull begins',
  Pulled: 'image is there',
  Created: 'container created',
  Started: 'container started',
};
const ORDER = ['KEDA wakes it', 'pod created', ...Object.values(STEPS), 'ready'];

/** The last start of a function: of its newest pod, or of the newest that events still tell of. */
export function timelineOf(fn: FunctionUnit, snapshot: Snapshot): Timeline {
  const { namespace, name, subject, scaledObjectName } = fn;
  const decisions = snapshot
    .eventsOf('ScaledObject', namespace, scaledObjectName ?? '')
    .filter(({ reason }) => SCALING.has(reason ?? ''));
  const scaling = decisions.slice(0, SHOWN).map((event) => ({
    at: timeOf(event),
    reason: event.reason ?? '',
    message: event.message ?? '',
  }));
  const pod = newest(snapshot.podsOf(fn));
  const podName = pod?.metadata.name ?? lastPod(snapshot, namespace, name);
  const { triggersActivity = {}, lastActiveTime: lastActive } = snapshot.scalerOf(fn)?.status ?? {};
  const triggers = Object.entries(triggersActivity).map(([metric, { isActive }]) => ({ metric, isActive }));
  const known = { function: subject, scaling, triggers, ...(lastActive && { lastActive }) };
  if (!podName) return { ...known, steps: [] };
  const events = snapshot.eventsOf('Pod', namespace, podName);
  const raw = [...events.flatMap(stepOfEvent), ...(pod ? stepsOfPod(pod) : [])];
  const created = raw.find(({ step }) => step === 'pod created')?.at ?? raw[0]?.at;
  // the decision that led to this pod: the last one before it, within moments
  const woken = decisions.find(
    (event) =>
      event.reason === 'KEDAScaleTargetActivated' &&
      created !== undefined &&
      Math.abs(Date.parse(created) - Date.parse(timeOf(event))) < 5000,
  );
  const steps = [...(woken ? [{ step: 'KEDA wakes it', at: timeOf(woken) }] : []), ...raw].sort(
    (a, b) => ORDER.indexOf(a.step) - ORDER.indexOf(b.step),
  );
  return { ...known, pod: podName, steps: measure(steps) };
}

/** A time in whole seconds is cut off, so a step was no earlier than that, and no earlier than the step before it. */
function measure(steps: RawStep[]): Step[] {
  const start = Date.parse(steps.find(({ at }) => isExact(at))?.at ?? steps[0]?.at ?? '');
  let before = 0;
  return steps.map(({ step, at, detail }) => {
    before = Math.max(before, Date.parse(at) - start);
    return { step, at, millis: before, exact: isExact(at), ...(detail && { detail }) };
  });
}

function isExact(time: string): boolean {
  return time.includes('.');
}

interface RawStep {
  readonly step: string;
  readonly at: string;
  readonly detail?: string;
}

function stepOfEvent(event: Event): RawStep[] {
  const step = STEPS[event.reason ?? ''];
  if (!step) return [];
  const at = event.eventTime ?? event.firstTimestamp ?? event.metadata.creationTimestamp;
  const pull = event.reason === 'Pulled' ? pullOf(event.message ?? '') : undefined;
  return at ? [{ step, at, ...(pull && { detail: pull }) }] : [];
}

function pullOf(message: string): string {
  const took = /in ([\d.]+m?s)/.exec(message);
  if (took) return `pulled in ${took[1]}`;
  return /already present/.test(message) ? 'already on the node' : message;
}

function stepsOfPod({ metadata, status }: Pod): RawStep[] {
  const ready = conditionOf(status?.conditions, 'Ready');
  return [
    ...(metadata.creationTimestamp ? [{ step: 'pod created', at: metadata.creationTimestamp }] : []),
    ...(ready?.status === 'True' && ready.lastTransitionTime ? [{ step: 'ready', at: ready.lastTransitionTime }] : []),
  ];
}

function newest(pods: Pod[]): Pod | undefined {
  return [...pods].sort(
    (a, b) => Date.parse(b.metadata.creationTimestamp ?? '') - Date.parse(a.metadata.creationTimestamp ?? ''),
  )[0];
}

/** Name of the newest pod of a Deployment that only events remember: `<deployment>-<hash>-<suffix>`. */
function lastPod({ live }: Snapshot, namespace: string, deployment: string): string | undefined {
  const pattern = new RegExp(`^${deployment}-[a-z0-9]+-[a-z0-9]{5}$`);
  return live
    .in('Event', namespace)
    .filter(({ involvedObject }) => involvedObject.kind === 'Pod' && pattern.test(involvedObject.name ?? ''))
    .sort((a, b) => seenAt(b) - seenAt(a))[0]?.involvedObject.name;
}
