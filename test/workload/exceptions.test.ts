import { type Chart, Testing } from 'cdk8s';
import { Cpu, FunctionChart, type FunctionChartProps, KedaPlatform, Runtime } from '../../lib';

/** What a checker is told to pass over, and why. */
function annotationsOf(chart: Chart, name: string) {
  const { metadata } = Testing.synth(chart).find((each) => each.kind === 'Deployment' && each.metadata.name === name);
  const { 'kube-score/ignore': ignored, 'cdk8s-keda-functions/why-ignored': why } = metadata.annotations;
  return { ignored: ignored.split(','), why };
}

function fn(props: Partial<FunctionChartProps> = {}) {
  const required = { project: 'shop', runtime: Runtime.GO, image: 'a/b:1', hosts: ['a.test'] };
  return annotationsOf(new FunctionChart(Testing.app(), 'pay', { ...required, ...props }), 'fn-pay');
}

const OF_A_FUNCTION = [
  'container-image-pull-policy',
  'container-resources',
  'deployment-has-host-podantiaffinity',
  'deployment-has-poddisruptionbudget',
  'deployment-replicas',
  'pod-probes',
];

test('each check that is passed over has a reason', () => {
  const { ignored, why } = fn();
  expect(ignored).toEqual(OF_A_FUNCTION);
  for (const check of ignored) expect(why).toContain(`${check}: `);
});

test.each<[string, Partial<FunctionChartProps>]>([
  ['container-resources', { cpuLimit: Cpu.cores(1) }],
  ['deployment-has-poddisruptionbudget', { minReplicas: 2 }],
  ['pod-probes', { readinessProbe: true }],
])('%s is not passed over where it is met', (check, props) => {
  expect(fn(props).ignored).toEqual(OF_A_FUNCTION.filter((each) => each !== check));
});

test('a low user is one of the image', () => {
  const check = 'container-security-context-user-group-id';
  expect(fn({ runtime: Runtime.NODE }).why).toContain(`${check}: 1000 is the user to whom images of node`);
});

test('what is declared stays', () => {
  expect(fn({ annotations: { 'kube-score/ignore': 'x' } }).ignored).toEqual(['x']);
});

test('of the platform only what does not scale and what KEDA scales has one pod', () => {
  const { httpAddOn, keda } = new KedaPlatform(Testing.app(), 'keda');
  expect(annotationsOf(keda, 'keda-operator').ignored).not.toContain('deployment-replicas');
  expect(annotationsOf(httpAddOn, 'keda-add-ons-http-controller-manager').why).toContain('no request waits for it');
  expect(annotationsOf(httpAddOn, 'keda-add-ons-http-interceptor').why).toContain('KEDA sets the number of pods');
});
