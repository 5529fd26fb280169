import { hostname } from 'node:os';
import { join } from 'node:path';
import { App, Duration, JsonPatch } from 'cdk8s';
import { Environment, FunctionChart, KedaPlatform, ProjectChart, Runtime } from '../../lib';
import { apply, deleteNamespace, forward, get, image, kubectl, untilReady, waitUntil } from './cluster';
import { Registry } from './registry';

// What a request waits for whose image is not on the node, and whose image a DaemonSet keeps there.

const ROUNDS = Number(process.env.ROUNDS ?? 1);
const MEGABYTES = Number(process.env.MEGABYTES ?? 100);
const PROJECTS = ['pulled', 'kept'];
const SOURCE = join(__dirname, 'functions/go/main.go');
const registry = new Registry();
const rounds = Array.from({ length: ROUNDS }, (_, index) => index);
let interceptor: { port: number; close: () => void };

const isHere = kubectl('get', 'nodes', '-o', 'jsonpath={.items[*].metadata.name}') === hostname();
const onThisMachine = isHere ? test : test.skip;
if (!isHere) console.warn('no node is this machine, so none can pull from it: skipped');

beforeAll(async () => {
  if (!isHere) return;
  await registry.listen();
  const app = new App();
  const environment = new Environment(app, 'e2e', { domain: 'pull.test' });
  new KedaPlatform(environment, 'keda');
  apply(app, ['e2e/keda/crds.yaml', 'e2e/keda/keda.yaml', 'e2e/keda/http-add-on.yaml']);
  kubectl('wait', '--for=condition=Established', 'crd', '--all', '--timeout=60s');
  untilReady('keda');
  for (const project of PROJECTS) {
    const prePull = project === 'kept' ? { image: image('go') } : undefined;
    new ProjectChart(environment, project, { name: project, prePull });
    for (const round of rounds) {
      const name = `${project}-${round}`;
      const { deployment } = new FunctionChart(environment, name, {
        project,
        runtime: Runtime.GO,
        image: registry.add(name, SOURCE, MEGABYTES * 1e6),
        initialCooldown: Duration.seconds(0),
      });
      // as it is on a node on which no pod of it was yet
      deployment!.addJsonPatch(JsonPatch.add('/spec/replicas', 0));
    }
  }
  apply(app, [
    'e2e/keda/crds.yaml',
    'e2e/keda/keda.yaml',
    'e2e/keda/http-add-on.yaml',
    'e2e/pulled.yaml',
    'e2e/kept.yaml',
  ]);
  interceptor = await forward('keda', 'keda-add-ons-http-interceptor-proxy', 8080);
  const ready = () => kubectl('get', 'daemonset', 'pre-pull', '-n', 'fn-kept', '-o', 'jsonpath={.status.numberReady}');
  await waitUntil('the images on the node', 200, () => ready() === '1');
}, 500_000);

afterAll(() => {
  if (!isHere) return;
  interceptor?.close();
  registry.close();
  for (const project of PROJECTS) deleteNamespace(`fn-${project}`);
}, 200_000);

/** What the kubelet says of a function's image. */
const said = (project: string) =>
  kubectl(
    'get',
    'events',
    '-n',
    `fn-${project}`,
    '-o',
    'jsonpath={range .items[*]}{.involvedObject.name} {.message}{"\\n"}{end}',
  )
    .split('\n')
    .filter((line) => line.startsWith(`fn-${project}-`));

onThisMachine(
  'a request does not wait for an image that is kept on the node',
  async () => {
    const millis: { [project: string]: number[] } = { pulled: [], kept: [] };
    for (const round of rounds) {
      for (const project of PROJECTS) {
        const cold = await get(interceptor.port, `${project}-${round}.pull.test`);
        expect(cold).toMatchObject({ status: 200, body: `${project}-${round}`, coldStart: true });
        millis[project]!.push(Math.round(cold.millis));
      }
    }
    console.log(`${MEGABYTES} MB: ${JSON.stringify(millis)} ms`);
    expect(said('pulled')).toContainEqual(expect.stringContaining('Successfully pulled image'));
    expect(said('kept')).toContainEqual(expect.stringContaining('already present on machine'));
    expect(said('kept').filter((line) => line.includes('Successfully pulled image'))).toEqual([]);
  },
  200_000,
);
