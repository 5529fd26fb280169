import { timelineOf } from '../../../cli/doctor/model/timeline';
import { met, World } from './world';

let world: World;
beforeEach(() => {
  world = new World();
});

const at = (time: string) => `2026-01-02T03:04:${time}Z`;
const timeline = (name: string) =>
  timelineOf(world.desired.functions.find(({ subject }) => subject === name)!, world.snapshot());

function start(pod: string, pulled: string): void {
  const event = (reason: string, time: string, message = '') =>
    world.event('Pod', 'fn-p', pod, { reason, message, firstTimestamp: at(time), lastTimestamp: at(time) });
  world.event('ScaledObject', 'fn-p', 'fn-a', {
    reason: 'KEDAScaleTargetActivated',
    message: 'Scaled fn-a from 0 to 1',
    eventTime: at('00.900000'),
    lastTimestamp: null,
  });
  world.event('ScaledObject', 'fn-p', 'fn-a', {
    reason: 'KEDAScaleTargetDeactivated',
    message: 'Deactivated',
    lastTimestamp: '2026-01-02T02:00:00Z',
  });
  world.event('Pod', 'fn-p', pod, { reason: 'Scheduled', eventTime: at('01.042000'), lastTimestamp: null });
  event('Pulling', '01');
  event('Pulled', '04', pulled);
  event('Created', '04');
  event('Started', '04');
}

test('the last start of a function that runs, with milliseconds where they are known', () => {
  start('fn-a-0', 'Successfully pulled image "x" in 2.345s (2.345s including waiting). Image size: 1 bytes.');
  const pod = world.pod('fn-p', 'fn-a', 0, { conditions: [{ ...met('Ready'), lastTransitionTime: at('05') }] });
  pod.metadata.creationTimestamp = at('01');
  Object.assign(world.get('ScaledObject', 'fn-p', 'fn-a').status!, {
    triggersActivity: { 's0-http-fn-p': { isActive: false } },
    lastActiveTime: at('00'),
  });
  expect(timeline('p/a')).toEqual({
    function: 'p/a',
    pod: 'fn-a-0',
    steps: [
      { step: 'KEDA wakes it', at: at('00.900000'), millis: 0, exact: true },
      { step: 'pod created', at: at('01'), millis: 100, exact: false },
      { step: 'scheduled', at: at('01.042000'), millis: 142, exact: true },
      { step: 'image pull begins', at: at('01'), millis: 142, exact: false },
      { step: 'image is there', at: at('04'), millis: 3100, exact: false, detail: 'pulled in 2.345s' },
      { step: 'container created', at: at('04'), millis: 3100, exact: false },
      { step: 'container started', at: at('04'), millis: 3100, exact: false },
      { step: 'ready', at: at('05'), millis: 4100, exact: false },
    ],
    scaling: [
      { at: at('00.900000'), reason: 'KEDAScaleTargetActivated', message: 'Scaled fn-a from 0 to 1' },
      { at: '2026-01-02T02:00:00Z', reason: 'KEDAScaleTargetDeactivated', message: 'Deactivated' },
    ],
    triggers: [{ metric: 's0-http-fn-p', isActive: false }],
    lastActive: at('00'),
  });
});

test('of a function back at zero the events still tell', () => {
  start('fn-a-5d8b6-x2z4q', 'Container image "x" already present on machine');
  const { pod, steps } = timeline('p/a');
  expect(pod).toBe('fn-a-5d8b6-x2z4q');
  expect(steps.map(({ step }) => step)).not.toContain('ready');
  expect(steps.find(({ step }) => step === 'image is there')).toMatchObject({ detail: 'already on the node' });
});

test('of a function that never started nothing is known', () => {
  expect(timeline('p/a')).toEqual({ function: 'p/a', steps: [], scaling: [], triggers: [] });
});
