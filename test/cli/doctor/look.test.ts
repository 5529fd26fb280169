import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { diagnose } from '../../../cli/doctor/diagnose';
import { Objects } from '../../../cli/doctor/model/objects';
import { RESOURCES } from '../../../cli/doctor/model/resources';
import { CannotLook } from '../../../cli/doctor/read/cluster';
import { look } from '../../../cli/doctor/read/look';
import { readQueues } from '../../../cli/doctor/read/queues';
import { readStuck } from '../../../cli/doctor/read/stuck';
import { fakeCluster, forbidden } from './api-server';
import { ago, NOW, World } from './world';

let world: World;
beforeEach(() => {
  world = new World();
});

test('a cluster is read with one request a kind, one a CRD, one an interceptor, and two for kube-proxy', async () => {
  const cluster = fakeCluster(world);
  const progress: [number, number][] = [];
  const snapshot = await look(cluster, world.desired, (done, all) => progress.push([done, all]));
  expect(diagnose(snapshot)).toEqual([]);
  expect(snapshot.now.getTime()).toBe(NOW.getTime());
  expect(cluster.paths).toContain('/api/v1/namespaces/keda/pods/keda-add-ons-http-interceptor-0:9090/proxy/queue');
  const byName = world.all('CustomResourceDefinition').length + world.all('APIService').length;
  const interceptors = world.all('Pod').filter(({ metadata }) => metadata.name.includes('interceptor')).length;
  expect(cluster.paths).toHaveLength(
    RESOURCES.filter((resource) => !resource.byName).length + byName + interceptors + 2,
  );
  expect(progress.at(-1)).toEqual([RESOURCES.length + 1, RESOURCES.length + 1]);
});

test('where a list of the whole cluster is forbidden, the namespaces of dist are listed', async () => {
  const cluster = fakeCluster(world, (path) =>
    /^\/api\/v1\/(pods|namespaces)$/.test(path) ? forbidden('it') : undefined,
  );
  expect(diagnose(await look(cluster, world.desired))).toEqual([]);
  expect(cluster.paths).toContain('/api/v1/namespaces/fn-p/pods?limit=500');
  expect(cluster.paths).toContain('/api/v1/namespaces/fn-p?limit=500');
});

test('what is forbidden there, too, is hidden', async () => {
  const cluster = fakeCluster(world, (path) =>
    /(pods|nodes)$/.test(path) && !/namespaces.keda/.test(path) ? forbidden('it') : undefined,
  );
  const snapshot = await look(cluster, world.desired);
  expect(snapshot.sees('Pod', 'fn-p')).toBe(false);
  expect(snapshot.sees('Pod', 'keda')).toBe(true);
  expect(snapshot.sees('Node')).toBe(false);
  expect(diagnose(snapshot).map(({ severity, subject }) => `${severity} ${subject}`)).toEqual([
    'unknown nodes',
    'unknown pods',
  ]);
});

test('the routing tables may be forbidden', async () => {
  const cluster = fakeCluster(world, (path) => (path.endsWith('/queue') ? forbidden('pods/proxy') : undefined));
  expect(diagnose(await look(cluster, world.desired))).toMatchObject([
    { severity: 'unknown', evidence: ['403 pods/proxy is forbidden'] },
  ]);
});

test('a kind that the cluster does not know is an empty list', async () => {
  const cluster = fakeCluster(world, (path) =>
    path.includes('interceptorroutes') ? { status: 404, body: '404 page not found\n' } : undefined,
  );
  expect(diagnose(await look(cluster, world.desired))).toMatchObject([{ check: 'crd', explains: 2 }]);
});

test('a server that fails is told as it says', async () => {
  const cluster = fakeCluster(world, (path) =>
    path.endsWith('/services') ? { status: 500, body: 'storage\nbroken' } : undefined,
  );
  expect(diagnose(await look(cluster, world.desired))).toMatchObject([
    { check: 'permission', evidence: ['500 storage'] },
  ]);
});

/** Serves `count` copies of something in pages, or for ever; the first page of a kind holds what the world has. */
function pages(suffix: string, count: number, item: (index: number) => object) {
  const cluster = fakeCluster(world);
  const { get } = cluster;
  return {
    ...cluster,
    get: async (path: string) => {
      const [bare = '', query = ''] = path.split('?');
      if (!bare.endsWith(suffix)) return get(path);
      cluster.paths.push(path);
      const parameters = new URLSearchParams(query);
      const from = Number(parameters.get('continue') ?? 0);
      const to = Math.min(from + Number(parameters.get('limit')), count);
      const items = Array.from({ length: to - from }, (_, index) => item(from + index));
      return { status: 200, body: { items, metadata: to < count ? { continue: String(to) } : {} } };
    },
  };
}

test('a long list is read page by page', async () => {
  const services = world.all('Service');
  const cluster = pages('/services', 1200 + services.length, (index) =>
    index < 1200 ? { metadata: { name: `s${index}`, namespace: 'other' } } : services[index - 1200]!,
  );
  expect(diagnose(await look(cluster, world.desired))).toEqual([]);
  expect(cluster.paths.filter((path) => path.includes('/services'))).toEqual([
    '/api/v1/services?limit=500',
    '/api/v1/services?limit=500&continue=500',
    '/api/v1/services?limit=500&continue=1000',
  ]);
});

test('200,000 events are read to a bound, which is said, and the checks still run', async () => {
  world.remove('Service', 'fn-p', 'fn-a');
  const cluster = pages('/events', 200_000, (index) => ({
    metadata: { name: `e${index}`, namespace: 'fn-p', managedFields: [{ manager: 'x' }] },
    involvedObject: { kind: 'Pod', namespace: 'fn-p', name: 'x' },
    message: 'm'.repeat(100),
  }));
  const snapshot = await look(cluster, world.desired);
  expect(cluster.paths.filter((path) => path.includes('/events'))).toHaveLength(40);
  expect(snapshot.live.all('Event')).toHaveLength(20_000);
  expect(snapshot.live.all('Event')[0]!.metadata).not.toHaveProperty('managedFields');
  expect(diagnose(snapshot)).toMatchObject([
    { check: 'missing', subject: 'p/a' },
    {
      severity: 'unknown',
      subject: 'events',
      cause: 'events could not be read to the end',
      evidence: ['only the first 20000 were read, there are more'],
    },
  ]);
});

test('where the rest of another kind is not known, nothing is said to be missing', async () => {
  const cluster = pages('/services', 1e9, (index) => ({ metadata: { name: `s${index}`, namespace: 'other' } }));
  const found = diagnose(await look(cluster, world.desired));
  expect(found.map(({ check, subject }) => `${check} ${subject}`)).toEqual(['permission services']);
});

test('who is not known cannot look', async () => {
  const cluster = fakeCluster(world, () => ({ status: 401, body: { message: 'Unauthorized' } }));
  await expect(look(cluster, world.desired)).rejects.toThrow(
    new CannotLook('fake does not know who asks: 401 Unauthorized'),
  );
});

test('the last words of a container that ended are read', async () => {
  world.failing(
    { waiting: { reason: 'CrashLoopBackOff' } },
    { lastState: { terminated: { exitCode: 1, finishedAt: ago(1) } }, restartCount: 1 },
  );
  const cluster = fakeCluster(world);
  expect(diagnose(await look(cluster, world.desired))).toMatchObject([
    { check: 'crash-loop', evidence: ['pod fn-a-0: 1 restarts', 'log: last words'] },
  ]);
  expect(cluster.paths).toContain(
    '/api/v1/namespaces/fn-p/pods/fn-a-0/log?container=function&previous=true&tailLines=50&limitBytes=65536',
  );
  const mute = fakeCluster(world, (path) => (path.endsWith('/log') ? forbidden('pods/log') : undefined));
  expect(diagnose(await look(mute, world.desired))).toMatchObject([{ evidence: ['pod fn-a-0: 1 restarts'] }]);
});

test.each([
  ['still wait', 7, 0, ['p/a']],
  ['were answered', 0, 0, []],
  ['are on their way', 7, 1, []],
])('requests for a function without a pod that %s a moment later', async (_, waiting, replicas, stuck) => {
  const queue = (concurrency: number) => ({ status: 200, body: { 'fn-p/fn-a': { Concurrency: concurrency } } });
  let reads = 0;
  const cluster = fakeCluster(world, (path) => {
    if (path === '/apis/apps/v1/namespaces/fn-p/deployments')
      world.get('Deployment', 'fn-p', 'fn-a').spec.replicas = replicas;
    return path.endsWith('/queue') ? queue(reads++ === 0 ? 7 : waiting) : undefined;
  });
  const live = new Objects();
  live.add('Deployment', world.all('Deployment').map((deployment) => structuredClone(deployment)) as never);
  live.add('Pod', world.all('Pod').filter(({ metadata }) => metadata.name.endsWith('interceptor-0')) as never);
  const queues = await readQueues(cluster, world.desired, live);
  expect([...(await readStuck(cluster, world.desired, live, queues, 1))]).toEqual(stuck);
});

test('cli/doctor/role.yaml holds the rights that it needs, and no other', () => {
  const text = readFileSync(join(__dirname, '../../../cli/doctor/role.yaml'), 'utf8');
  const [cluster, kubeSystem, namespaced] = parseAllDocuments(text).map((document) => document.toJS());
  const rights = ({ rules }: { rules: { apiGroups: string[]; resources: string[]; verbs: string[] }[] }) =>
    rules
      .flatMap(({ apiGroups, resources, verbs }) => resources.map((resource) => `${verbs} ${apiGroups} ${resource}`))
      .sort();
  expect(rights(cluster)).toEqual(
    [
      ...RESOURCES.map(({ group, plural, byName }) => `${byName ? 'get' : 'list'} ${group} ${plural}`),
      'get  pods/log',
    ].sort(),
  );
  expect(rights(kubeSystem)).toEqual(['get  configmaps']);
  expect(rights(namespaced)).toEqual(['get  pods/proxy']);
});
