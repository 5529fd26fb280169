import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { App } from 'cdk8s';
import { Construct } from 'constructs';
import {
  Environment,
  FunctionChart,
  type FunctionProps,
  KedaPlatform,
  loadCatalog,
  ProjectChart,
  Runtime,
  Scaler,
  toFiles,
} from '../../lib';
import { image, kubectl, untilReady } from './cluster';
import { ask, command, refusal } from './commands';
import { type LoadResult, removeLoad, startLoad, stopLoad } from './load';
import { createAs, handWrittenFunction, helmRecord, helmReleases } from './predecessor';

// The life of an installation: taken over from Helm, changed, left alone, removed, installed again.
// E2E_UPSTREAM: folder with what `helm template` makes of both charts, and their CRDs; without it they are not taken over.
// E2E_SECOND_INTERCEPTOR: the interceptor's image under a second tag; without it no version is changed.
// E2E_DRIFT_SECONDS: how long the installation is left alone.
const { E2E_UPSTREAM: upstream, E2E_SECOND_INTERCEPTOR: secondInterceptor } = process.env;
const DRIFT_SECONDS = Number(process.env.E2E_DRIFT_SECONDS ?? 30);
const MINUTE = 60_000;
const RATE = 20;

const root = mkdtempSync(join(tmpdir(), 'lifecycle-'));
const folder = join(root, 'e2e');
const hosts = ['hello.fn.test', 'moved.fn.test'];
const INTERCEPTOR = join(folder, 'keda/http-add-on.yaml');

/** Writes the folder of an environment with two functions. */
function render(): void {
  const app = new App();
  // as the reference app, whose functions are there before it
  const [{ props }] = loadCatalog(join(__dirname, '../..')).environments;
  const environment = new Environment(app, 'e2e', { domain: 'fn.test', naming: props.naming });
  new KedaPlatform(environment, 'keda');
  const project = new Construct(new Construct(environment, 'functions'), 'lifecycle');
  new ProjectChart(project, 'project', { name: 'lifecycle' });
  const shared: FunctionProps & { runtime: Runtime } = {
    project: 'lifecycle',
    runtime: Runtime.GO,
    image: image('go'),
  };
  const adopted = { ...shared, scaler: Scaler.HTTP_SCALED_OBJECT };
  new FunctionChart(project, 'hello', { ...adopted, functionId: 'f-1' });
  new FunctionChart(project, 'moved', { ...adopted, functionId: 'f-2', minReplicas: 2 });
  new FunctionChart(project, 'routed', shared);
  for (const [path, content] of Object.entries(toFiles(app))) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

/** Of the folder's objects that are there: "Kind namespace/name" and UID. */
function uids(): { [object: string]: string } {
  const path = "{range .items[*]}{.kind} {.metadata.namespace}/{.metadata.name} {.metadata.uid}{'\\n'}{end}";
  const lines = kubectl('get', '-R', '-f', folder, '--ignore-not-found', '-o', `jsonpath=${path}`).trim().split('\n');
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), line.slice(line.lastIndexOf(' ') + 1)]),
  );
}

/** What an apply of the folder would change. */
function differences(): string {
  try {
    return kubectl('diff', '--server-side', '-R', '-f', folder);
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return stdout + stderr;
  }
}

function expectNoneLost(result: LoadResult): void {
  console.log(`${result.Answered} of ${result.Sent} answered, the slowest after ${result.SlowestMillis} ms`);
  expect(result).toMatchObject({ Failed: 0, Failures: null, Answered: result.Sent });
}

beforeAll(() => {
  render();
  command('uninstall', '--all', folder);
}, 6 * MINUTE);
afterAll(() => {
  removeLoad();
  rmSync(root, { recursive: true });
}, MINUTE);

(upstream ? describe : describe.skip)('what Helm installed, under load', () => {
  let before: { [object: string]: string };
  let said: string;
  let result: LoadResult;

  beforeAll(async () => {
    const { crds, objects } = helmReleases(upstream as string);
    createAs('helm', crds);
    kubectl('wait', '--for=condition=Established', 'crd', '--all', '--timeout=60s');
    kubectl('create', 'namespace', 'keda');
    const leftover = { metadata: { name: 'dashboards', namespace: 'keda' }, apiVersion: 'v1', kind: 'ConfigMap' };
    const { labels, annotations } = objects[0].metadata;
    const living = helmRecord('datadog', 'keda', { name: 'datadog', version: '3.1.0' });
    createAs('helm', [...objects, living, { ...leftover, metadata: { ...leftover.metadata, labels, annotations } }]);
    kubectl('create', 'namespace', 'fn-lifecycle');
    const functions = [
      ...handWrittenFunction('fn-lifecycle', 'hello', image('go'), {
        app: 'fn-hello',
        'enclii.dev/function': 'hello',
        'enclii.dev/function-id': 'f-1',
      }),
      // with another selector, which cannot be changed
      ...handWrittenFunction('fn-lifecycle', 'moved', image('go'), { app: 'fn-moved' }, 2),
    ];
    createAs('kubectl-client-side-apply', functions);
    untilReady('keda', 'fn-lifecycle');
    await startLoad(image('load'), hosts, RATE);
    before = uids();
    said = command('adopt', folder);
    console.log(said);
    result = stopLoad();
  }, 6 * MINUTE);

  test('no request is lost', () => expectNoneLost(result));

  test('nothing is recreated but the Deployment whose selector differs', () => {
    const after = uids();
    const recreated = Object.keys(before).filter((object) => after[object] !== before[object]);
    expect(recreated).toEqual(['Deployment fn-lifecycle/fn-moved']);
    expect(said).toContain('to recreate: Deployment fn-lifecycle/fn-moved');
    const own = 'app=fn-moved';
    const replicaSets = kubectl('get', 'replicasets', '-n', 'fn-lifecycle', '-l', own, '-o', 'name').trim().split('\n');
    expect(replicaSets).toEqual([expect.stringMatching(/^replicaset\.apps\/fn-moved-/)]);
  });

  test('fields of Helm that are not ours are gone, and the number of pods stays', () => {
    const read = (file: string) => kubectl('get', '-f', join(folder, file), '-o', 'json', '--show-managed-fields');
    const lists = [
      'keda/keda.yaml',
      'keda/http-add-on.yaml',
      'functions/lifecycle/hello.yaml',
      'functions/lifecycle/moved.yaml',
    ];
    const managed = `[${lists.map(read).join()}]`;
    const managers = JSON.parse(managed)
      .flatMap((list: { items: object[] }) => list.items)
      .flatMap((object: { metadata: { managedFields: { manager: string }[] } }) =>
        object.metadata.managedFields.map(({ manager }) => manager),
      );
    expect(managers).not.toContain('helm');
    expect(managed).not.toContain('meta.helm.sh');
    const at = (name: string, path: string) =>
      kubectl('get', 'deployment', '-A', `--field-selector=metadata.name=${name}`, '-o', `jsonpath={.items[0]${path}}`);
    expect(at('keda-add-ons-http-interceptor', '.spec.template.spec.containers[0].resources.limits.cpu')).toBe('');
    expect(at('fn-hello', '.spec.template.spec.containers[0].readinessProbe')).toBe('');
    expect([at('fn-hello', '.spec.replicas'), at('fn-moved', '.spec.replicas')]).toEqual(['1', '2']);
    expect(differences()).toBe('');
  });

  test('what is left is named', () => {
    for (const text of [said, command('adopt', folder)]) {
      expect(text.match(/not in the folder: .*/g)).toEqual(['not in the folder: ConfigMap keda/dashboards']);
      for (const name of ['keda', 'http-add-on']) {
        expect(text).toMatch(new RegExp(`  kubectl --context=\\S+ delete secret -n keda -l owner=helm,name=${name}\n`));
      }
      expect(text).not.toContain('datadog');
    }
  });
});

describe('an installation', () => {
  beforeAll(() => {
    console.log(command('install', folder));
  }, 6 * MINUTE);
  afterAll(render);

  const changeInterceptor = secondInterceptor ? test : test.skip;
  changeInterceptor(
    'another version of a component, and back, loses no request',
    async () => {
      await startLoad(image('load'), hosts, RATE);
      const current = readFileSync(INTERCEPTOR, 'utf8');
      const line = /image: .*http-add-on-interceptor.*/;
      for (const content of [current.replace(line, `image: ${secondInterceptor}`), current]) {
        writeFileSync(INTERCEPTOR, content);
        const image = line.exec(content)![0].slice('image: '.length);
        const told = ask('upgrade', folder);
        expect(told).toMatch(/keda-add-ons-http-interceptor: (\S+) -> (?!\1$)\S+\nCRDs: 0 differences\n/m);
        expect(told).toContain(` -> ${image}\n`);
        command('install', folder);
        const running = '{.items[*].spec.containers[0].image}';
        const pods = ['get', 'pods', '-n', 'keda', '-l', 'app.kubernetes.io/component=interceptor'];
        expect(kubectl(...pods, '-o', `jsonpath=${running}`)).toContain(image);
      }
      expectNoneLost(stopLoad());
    },
    6 * MINUTE,
  );

  test(
    'left alone, with traffic, does not drift',
    async () => {
      await startLoad(image('load'), [...hosts, 'routed.fn.test'], RATE);
      await new Promise((resolve) => setTimeout(resolve, DRIFT_SECONDS * 1000));
      expect(differences()).toBe('');
      expectNoneLost(stopLoad());
    },
    (DRIFT_SECONDS + 120) * 1000,
  );

  test(
    'is removed with nothing left, but nothing of others without a word',
    () => {
      kubectl('create', 'configmap', 'mine', '-n', 'fn-lifecycle');
      expect(refusal('uninstall', folder)).toMatch(/^error: .*: ConfigMap fn-lifecycle\/mine$/m);
      expect(Object.keys(uids()).length).toBeGreaterThan(50);
      console.log(command('uninstall', '--all', folder));
      expect(leftovers()).toEqual([]);
    },
    6 * MINUTE,
  );

  test(
    'installed again, its functions answer',
    async () => {
      command('install', folder);
      await startLoad(image('load'), [...hosts, 'routed.fn.test'], 1);
      expectNoneLost(stopLoad());
    },
    6 * MINUTE,
  );

  test(
    'is removed even when KEDA no longer runs',
    () => {
      kubectl('delete', 'deployment', '-n', 'keda', 'keda-operator', 'keda-add-ons-http-controller-manager');
      expect(refusal('uninstall', folder)).toContain('KEDA does not run');
      console.log(command('uninstall', '--force-finalizers', folder));
      expect(leftovers()).toEqual([]);
    },
    6 * MINUTE,
  );
});

/** Everything of KEDA or of the project that the cluster still holds. */
function leftovers(): string[] {
  const kinds =
    'crd,namespaces,apiservices,validatingwebhookconfigurations,clusterroles,clusterrolebindings,rolebindings';
  return kubectl('get', kinds, '-A', '-o', 'name')
    .split('\n')
    .filter((name) => /keda|external.metrics|fn-lifecycle/.test(name));
}
