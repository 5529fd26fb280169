import { diagnose } from '../../../cli/doctor/diagnose';
import { Desired } from '../../../cli/doctor/model/desired';
import type { Objects } from '../../../cli/doctor/model/objects';
import type { Cluster } from '../../../cli/doctor/read/cluster';
import { look } from '../../../cli/doctor/read/look';
import { parseManifests } from '../../../cli/doctor/read/manifests';
import { files, World } from './world';

/** What `dist` is with `platform: false`, on a cluster that has a platform by other means. */
const located = Object.entries(files())
  .filter(([file]) => !file.includes('/keda/'))
  .flatMap(([file, text]) => parseManifests(`dist/${file}`, text));
const bare = new Desired('test', located);
let world: World;
beforeEach(() => {
  world = new World();
});

function findings() {
  const { live } = world.snapshot();
  return diagnose(world.snapshot(bare.withInstalled(live as Objects)));
}
const checks = () => findings().map(({ check, subject }) => `${check} ${subject}`);

test('a platform that others installed is found by its labels, and is healthy', () => {
  expect(bare.ownsPlatform).toBe(false);
  expect(bare.component('interceptor')).toBeUndefined();
  const whole = bare.withInstalled(world.snapshot().live);
  expect(whole.component('interceptor')?.subject).toBe('keda/keda-add-ons-http-interceptor');
  expect(whole.platform).toHaveLength(6);
  expect(bare.namespaces).toEqual(['fn-p', 'keda']);
  for (const deployment of world.all('Deployment')) {
    for (const container of deployment.spec.template.spec.containers) container.imagePullPolicy = 'Always';
  }
  // those of the functions are drift of dist, those of the platform nobody's here
  expect(checks().filter((name) => name.includes('keda/'))).toEqual([]);
});

test('one of dist is not looked for elsewhere', () => {
  expect(world.desired.withInstalled(world.snapshot().live)).toBe(world.desired);
});

test.each([
  ['keda-operator', 'operator'],
  ['keda-operator-metrics-apiserver', 'metrics-server'],
  ['keda-add-ons-http-external-scaler', 'scaler'],
  ['keda-add-ons-http-interceptor', 'interceptor'],
])('without %s nothing of that role is found', (name, role) => {
  world.remove('Deployment', 'keda', name);
  expect(checks()).toContain(`installed-platform ${role}`);
});

test('a component without a pod is told as that of dist is', () => {
  world.scaleToZero('keda-add-ons-http-external-scaler');
  expect(checks()).toEqual(['component Deployment keda/keda-add-ons-http-external-scaler']);
});

test('a CRD that is missing, or does not serve the version of dist', () => {
  world.remove('CustomResourceDefinition', undefined, 'interceptorroutes.http.keda.sh');
  expect(checks()).toEqual(['installed-platform CustomResourceDefinition interceptorroutes.http.keda.sh']);
  world = new World();
  const crd = world.get('CustomResourceDefinition', undefined, 'interceptorroutes.http.keda.sh');
  for (const version of crd.spec.versions) version.served = false;
  expect(findings()).toMatchObject([{ cause: 'it does not serve v1beta1, in which dist is written' }]);
});

test('a scaler in another namespace than the functions say', () => {
  world.remove('Service', 'keda', 'keda-add-ons-http-external-scaler');
  expect(findings()).toContainEqual(
    expect.objectContaining({
      check: 'installed-platform',
      severity: 'error',
      subject: 'Service keda/keda-add-ons-http-external-scaler',
      fix: 'kedaNamespace: keda in environments/test.yaml, then: npm run synth',
    }),
  );
});

test.each([
  ['2.21.9', []],
  ['2.18.0', ['installed-platform Deployment keda/keda-operator']],
])('version %s of KEDA', (version, expected) => {
  const [container] = world.get('Deployment', 'keda', 'keda-operator').spec.template.spec.containers;
  container!.image = `registry.example.com/keda:${version}`;
  expect(checks()).toEqual(expected);
});

test('a policy that keeps an installed interceptor out is found', () => {
  world.add('NetworkPolicy', { metadata: { name: 'wall', namespace: 'fn-p' }, spec: { podSelector: {} } });
  world.remove('NetworkPolicy', 'fn-p', 'functions');
  expect(checks().filter((name) => name.startsWith('network-policy'))).toEqual([
    'network-policy p/a',
    'network-policy p/b',
    'network-policy p/c',
  ]);
});

test('its CRDs are read by name', async () => {
  const asked: string[] = [];
  const cluster: Cluster = {
    name: 'c',
    close() {},
    async get(path) {
      asked.push(path);
      return { status: 404, body: {} };
    },
  };
  await look(cluster, bare);
  const names = asked
    .filter((path) => path.includes('customresourcedefinitions'))
    .map((path) => path.split(/[/?]/).at(-2));
  expect(names.sort()).toEqual([
    'httpscaledobjects.http.keda.sh',
    'interceptorroutes.http.keda.sh',
    'scaledobjects.keda.sh',
  ]);
});
