import { App } from 'cdk8s';
import { lackingIn } from '../../cli/doctor/model/lacking';
import { Environment, FunctionChart, KedaPlatform, ProjectChart } from '../../lib';
import { load } from '../catalog/folder';
import {
  apply,
  deleteNamespace,
  forward,
  get,
  image,
  kubectl,
  podsOf,
  untilAtZero,
  untilReady,
  waitUntil,
} from './cluster';

// What a process finds in its files, variables and mounts, through a cold start, and what a change of a file does.

const namespace = 'fn-files';
const IMAGE = image('files');
const BASE = `runtime: go\nimage: ${IMAGE}\n`;

const all = `${BASE}
cooldown: 5s
initialCooldown: 0s
requestRateWindow: 1s
configMaps:
  app: { data: { level: debug }, files: { app.conf: all/app.conf, logo: all/logo } }
volumes:
  /etc/app: { configMap: app }
  /etc/one/app.conf: { configMap: app, subPath: app.conf }
  /etc/tls: { secret: db, items: { password: key.pem }, defaultMode: "0400" }
  /etc/absent: { secret: absent, optional: true }
  /cache: { emptyDir: { size: 8Mi, medium: Memory } }
  /disk: { emptyDir: { size: 8Mi } }
  /models: { image: "${image('data')}", subPath: models }
initContainers:
  - { name: beside, image: "${IMAGE}", restartPolicy: Always, args: [beside], memory: 32Mi }
  - name: copy
    image: "${IMAGE}"
    args: [copy, /in/models/data.txt, /out/copied]
    env: { COPIED_BY: init }
    user: 4242
    volumes: { /in: { image: "${image('data')}" }, /out: { shared: /disk } }
envValueFrom:
  PASSWORD: { secret: db, key: password }
  LEVEL: { configMap: app, key: level }
  ABSENT: { secret: absent, key: password, optional: true }
  LIMIT: { resource: limits.memory, divisor: 1Mi }
env:
  SHOW_FILES: /etc/app/app.conf /etc/one/app.conf /etc/tls/key.pem /models/data.txt /disk/copied
  SHOW_ENV: PASSWORD LEVEL ABSENT LIMIT
  SHOW_MOUNTS: /cache /disk
  TRY_WRITE: /cache /disk /etc/app /models /
`;
const LACKING: { readonly [name: string]: readonly [yaml: string, cause: string] } = {
  'no-secret': ['volumes: { /a: { secret: gone } }', 'secret "gone" not found'],
  'no-config-map': ['volumes: { /a: { configMap: gone } }', 'configmap "gone" not found'],
  'no-item': ['volumes: { /a: { secret: db, items: { gone: a } } }', 'a Secret that it mounts has no key "gone"'],
  'no-key': ['envValueFrom: { A: { secret: db, key: gone } }', 'Secret "db" has no key "gone"'],
  'no-variables': ['envFromConfigMaps: [gone]', 'configmap "gone" not found'],
  'no-claim': ['volumes: { /a: { persistentVolumeClaim: gone } }', 'PersistentVolumeClaim "gone" is not there'],
};

const PLATFORM = ['files/keda/crds.yaml', 'files/keda/keda.yaml', 'files/keda/http-add-on.yaml'];
let interceptor: { port: number; close: () => void };

function declared(level: string): App {
  const { environments } = load({
    'environments/files.yaml': 'domain: files.test\n',
    'functions/files/all.yaml': all,
    'functions/files/all/app.conf': `level=${level}`,
    'functions/files/all/logo': Buffer.from([0xff, 0x00]),
    ...Object.fromEntries(
      Object.entries(LACKING).map(([name, [yaml]]) => [
        `functions/files/${name}.yaml`,
        `${BASE}minReplicas: 1\n${yaml}`,
      ]),
    ),
  });
  const app = new App();
  const environment = new Environment(app, 'files', environments[0]!.props);
  new KedaPlatform(environment, 'keda');
  const [project] = environments[0]!.projects;
  new ProjectChart(environment, 'project', project!.props);
  for (const { name, props } of project!.functions) new FunctionChart(environment, name, props);
  return app;
}

const pods = (name: string) => podsOf(namespace, name);
const ask = async () => {
  const { status, body, coldStart, millis } = await get(interceptor.port, 'all.files.test');
  return { status, coldStart, millis, found: status === 200 ? JSON.parse(body) : body };
};

beforeAll(async () => {
  const app = declared('one');
  const files = new App();
  new KedaPlatform(new Environment(files, 'files', { domain: 'files.test' }), 'keda');
  apply(files, PLATFORM);
  kubectl('wait', '--for=condition=Established', 'crd', '--all', '--timeout=60s');
  untilReady('keda');
  apply(app, [...PLATFORM, 'files/project.yaml']);
  kubectl('create', 'secret', 'generic', 'db', '-n', namespace, '--from-literal=password=s3cret');
  interceptor = await forward('keda', 'keda-add-ons-http-interceptor-proxy', 8080);
  await untilAtZero(namespace, 'all');
}, 400_000);

afterAll(() => {
  interceptor?.close();
  deleteNamespace(namespace);
}, 200_000);

test('through a cold start a process has its files, variables and mounts, and what runs before and beside it', async () => {
  const { status, coldStart, millis, found } = await ask();
  expect({ status, coldStart, found }).toEqual({
    status: 200,
    coldStart: true,
    found: {
      files: {
        '/etc/app/app.conf': 'level=one',
        '/etc/one/app.conf': 'level=one',
        '/etc/tls/key.pem': 's3cret',
        '/models/data.txt': 'weights',
        '/disk/copied': 'weights by init',
      },
      env: { PASSWORD: 's3cret', LEVEL: 'debug', ABSENT: '', LIMIT: '128' },
      mounts: { '/cache': 'tmpfs', '/disk': expect.not.stringMatching(/^(none|tmpfs)$/) },
      write: { '/cache': 'written', '/disk': 'written', '/etc/app': 'refused', '/models': 'refused', '/': 'refused' },
      beside: 'beside',
    },
  });
  console.log(`two init containers and seven volumes: ${Math.round(millis)} ms`);
}, 90_000);

test('a change of a file reaches the next cold start, and a pod that serves is replaced', async () => {
  await untilAtZero(namespace, 'all');
  apply(declared('two'), PLATFORM);
  const next = await ask();
  expect([next.coldStart, next.found.files['/etc/app/app.conf']]).toEqual([true, 'level=two']);
  const [before] = pods('all');
  apply(declared('three'), PLATFORM);
  // subPath never follows a change, and the kubelet takes a minute or more for the rest
  const end = Date.now() + 30_000;
  let last = '';
  while (last !== 'level=three') {
    expect(Date.now()).toBeLessThan(end);
    last = (await ask()).found.files['/etc/one/app.conf'];
  }
  expect(pods('all').map(({ metadata }: typeof before) => metadata.uid)).not.toEqual([before.metadata.uid]);
}, 150_000);

test('every container is what the restricted standard asks, and pulls as the function does', () => {
  const { template } = JSON.parse(kubectl('get', 'deployment', 'fn-all', '-n', namespace, '-o', 'json')).spec;
  const containers = [...template.spec.initContainers, ...template.spec.containers];
  expect(containers.map(({ name }) => name)).toEqual(['beside', 'copy', 'function']);
  for (const { imagePullPolicy, securityContext } of containers) {
    expect(imagePullPolicy).toBe('IfNotPresent');
    expect(securityContext).toMatchObject({ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true });
  }
});

test.each(Object.entries(LACKING))(
  '%s: what the kubelet or the scheduler says is understood',
  async (name, [, cause]) => {
    const said = (): string[] => {
      const [pod] = pods(name);
      const events = JSON.parse(kubectl('get', 'events', '-n', namespace, '-o', 'json')).items;
      return [
        ...(pod?.status.conditions ?? []),
        ...(pod?.status.containerStatuses ?? []).map(
          ({ state }: { state: { waiting?: object } }) => state.waiting ?? {},
        ),
        ...events.filter(({ involvedObject }: typeof pod) => involvedObject.name === pod?.metadata.name),
      ].map(({ message }) => message ?? '');
    };
    await waitUntil(cause, 60, () =>
      said().some((message) => lackingIn(message)?.cause === cause || message.includes(cause)),
    );
  },
  90_000,
);
