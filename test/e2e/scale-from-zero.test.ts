import { App, Duration } from 'cdk8s';
import { Environment, FunctionChart, KedaPlatform, ProjectChart, Runtime, Scaler } from '../../lib';
import { apply, forward, get, image, kubectl, podsOf, untilAtZero, untilReady } from './cluster';
import { RUN_HERE } from './runtimes';

const COOLDOWN = 10;
const WINDOW = 10;
// what a runtime is does not reach a scaler: some with both are enough
const WITH_BOTH = [Runtime.GO, Runtime.RUST, Runtime.NODE, Runtime.PYTHON];
const scalersOf = (runtime: Runtime) =>
  WITH_BOTH.includes(runtime) ? Object.values(Scaler) : [Scaler.INTERCEPTOR_ROUTE];
const functions = RUN_HERE.flatMap((runtime) =>
  scalersOf(runtime).map((scaler) => ({ name: `${runtime.name}-${scaler.toLowerCase()}`, runtime, scaler })),
);

const namespace = 'fn-e2e';
let interceptor: { port: number; close: () => void };

beforeAll(async () => {
  const app = new App();
  const environment = new Environment(app, 'e2e', { domain: 'fn.test' });
  new KedaPlatform(environment, 'keda');
  new ProjectChart(environment, 'project', { name: 'e2e' });
  apply(app, ['e2e/keda/crds.yaml', 'e2e/keda/keda.yaml', 'e2e/keda/http-add-on.yaml']);
  kubectl('wait', '--for=condition=Established', 'crd', '--all', '--timeout=60s');
  untilReady('keda');
  for (const { name, runtime, scaler } of functions) {
    new FunctionChart(environment, name, {
      project: 'e2e',
      runtime,
      scaler,
      image: image(runtime.name),
      cooldown: Duration.seconds(COOLDOWN),
      initialCooldown: Duration.seconds(0),
      requestRateWindow: Duration.seconds(WINDOW),
    });
  }
  apply(app, ['e2e/keda/crds.yaml', 'e2e/keda/keda.yaml', 'e2e/keda/http-add-on.yaml', 'e2e/project.yaml']);
  interceptor = await forward('keda', 'keda-add-ons-http-interceptor-proxy', 8080);
}, 400_000);

afterAll(() => {
  interceptor?.close();
  kubectl('delete', 'namespace', namespace, '--wait=false');
});

// each waits for its cooldown, so they wait together
test.concurrent.each(functions)(
  '$name wakes for a request, stays while it is used, and goes back to zero',
  async ({ name, runtime }) => {
    await untilAtZero(namespace, name, COOLDOWN + WINDOW + 60);
    const cold = await get(interceptor.port, `${name}.fn.test`);
    expect(cold).toMatchObject({ status: 200, body: name, coldStart: true });
    expect(cold.millis).toBeLessThan(10 * (runtime.coldStartTarget?.toMilliseconds() ?? 500));
    for (let i = 0; i < 20; i++) {
      expect(await get(interceptor.port, `${name}.fn.test`)).toMatchObject({
        status: 200,
        body: name,
        coldStart: false,
      });
    }
    expect(podsOf(namespace, name)).not.toEqual([]);
    await untilAtZero(namespace, name, COOLDOWN + WINDOW + 60);
    console.log(`${name}: cold start ${Math.round(cold.millis)} ms`);
  },
  240_000,
);

test('a host that no function has is not found', async () => {
  expect((await get(interceptor.port, 'nobody.fn.test')).status).toBe(404);
});
