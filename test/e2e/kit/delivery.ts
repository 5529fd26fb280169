import { join } from 'node:path';
import { dump } from 'js-yaml';
import { image, kubectl, untilReady, waitUntil } from '../cluster';
import { command } from '../commands';
import { removeLoad, startLoad, stopLoad } from '../load';
import { Arrivals } from './arrivals';
import { describeWith, Programs } from './programs';
import { Repository } from './repository';
import type { GitOpsTool } from './tool';

// SOAK: for how many seconds the tool is watched under traffic; without it the first two tests are all.
const SOAK = Number(process.env.SOAK ?? 0);
const testAll = SOAK > 0 ? test : test.skip;
const MINUTES = 60_000;
const RUNTIMES = { hello: 'go', process: 'python', resize: 'rust', webhook: 'node' };
const PROJECT = 'functions/my-project';
const NAMESPACE = 'fn-my-project';
const PLATFORM = ['production-gitops', 'production-keda', 'production-monitoring'];

// no form that Go would print of itself: what the add-on writes back must be what was applied
const DURATIONS = `scaler: httpScaledObject
requestRateWindow: 90s
requestRateGranularity: 1500ms
timeout: 900s
readinessTimeout: 60500ms
`;

/** With a KEDA that may scale what environments have that come and go. */
export const forEverybody = (environment: object) => ({ ...environment, platform: { rbac: 'upstream' } });

/** What tests of one tool alone work with. */
export interface Delivery {
  repository(): Repository;
  arrives(what: string, push?: () => string): Promise<void>;
}

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));
const names = (kinds: string, namespace: string) => kubectl('get', kinds, '-n', namespace, '-o', 'name');
const read = (kind: string, namespace: string, name: string, path: string) =>
  kubectl('get', kind, '-n', namespace, name, '--ignore-not-found', '-o', `jsonpath={${path}}`);
const maxReplicas = (name: string) => read('scaledobject', NAMESPACE, name, '.spec.maxReplicaCount');
const interceptors = () => read('scaledobject', 'keda', 'keda-add-ons-http-interceptor', '.spec.minReplicaCount');
const replicas = (namespace = NAMESPACE) => Number(read('deployment', namespace, 'fn-hello', '.spec.replicas'));
const certificate = () => read('secret', 'keda', 'kedaorg-certs', '.data.ca\\.crt');

/**
 * The reference app from a repository of this machine: all that a user does to it, and what the tool makes of it.
 * @param more Declares tests of this tool alone.
 */
export function testDelivery(tool: GitOpsTool, more: (delivery: Delivery) => void = () => {}): void {
  describeWith(...tool.programs)(`the reference app, applied by ${tool.name}`, () => {
    let programs: Programs;
    let repository: Repository;
    let commit: string;
    const arrivals = new Arrivals(tool);
    const arrives = async (
      what: string,
      push = () => repository.push(what),
      ...within: [unhealthy?: string[], seconds?: number]
    ) => {
      commit = push();
      await arrivals.see(what, commit, ...within);
    };

    beforeAll(async () => {
      programs = new Programs();
      repository = await Repository.open(programs);
      for (const [name, runtime] of Object.entries(RUNTIMES)) {
        repository.edit(`${PROJECT}/${name}.yaml`, (text) => text.replace(/image: .*/, `image: ${image(runtime)}`));
      }
      repository.editYaml('environments/production.yaml', ({ edge: _, ...environment }) => ({
        // without the edge: its tunnel is an example, and cloudflared is not on this machine
        ...environment,
        gitops: tool.declare(repository.url),
      }));
      commit = repository.push('The reference app');
      await tool.start(programs);
      for (const kind of ['podmonitors', 'prometheusrules', 'servicemonitors']) {
        const crd = join(__dirname, `../../../crds/others/monitoring.coreos.com_${kind}.yaml`);
        kubectl('apply', '--server-side', '-f', crd);
      }
    }, 3 * MINUTES);

    afterAll(() => {
      try {
        removeLoad();
        if (read('namespace', 'default', tool.namespace, '.metadata.name')) tool.remove();
        command('uninstall', join(repository.folder, 'dist/production'));
      } finally {
        programs.stop();
      }
    }, 5 * MINUTES);

    test(
      'handed over once, platform and functions come by themselves, KEDA first',
      async () => {
        const handOver = () => {
          tool.handOver(join(repository.folder, 'dist/production/gitops'));
          return commit;
        };
        await arrives('All', handOver, [], 450);
        expect(tool.applied()).toEqual(['production-functions-my-project', ...PLATFORM]);
        const { keda, functions } = tool.order();
        expect(functions >= keda).toBe(true);
      },
      8 * MINUTES,
    );

    test(
      'a function that is added, changed and removed',
      async () => {
        repository.write(`${PROJECT}/added.yaml`, `runtime: go\nimage: ${image('go')}\nmaxReplicas: 2\n${DURATIONS}`);
        await arrives('A function added');
        expect(maxReplicas('fn-added')).toBe('2');
        repository.edit(`${PROJECT}/added.yaml`, (text) => text.replace('maxReplicas: 2', 'maxReplicas: 3'));
        await arrives('A function changed');
        expect(maxReplicas('fn-added')).toBe('3');
        repository.remove(`${PROJECT}/added.yaml`);
        await arrives('A function removed');
        const kinds = 'deployments,services,scaledobjects,interceptorroutes';
        await waitUntil('the function is gone', 60, () => !names(kinds, NAMESPACE).includes('fn-added'));
      },
      8 * MINUTES,
    );

    testAll(
      'a project that is added and removed, its namespace with it',
      async () => {
        repository.write('functions/second/other.yaml', `runtime: go\nimage: ${image('go')}\n`);
        await arrives('A project added');
        expect(names('scaledobjects', 'fn-second')).toBe('scaledobject.keda.sh/fn-other\n');
        repository.remove('functions/second');
        await arrives('A project removed');
        expect(tool.applied()).toEqual(['production-functions-my-project', ...PLATFORM]);
        await waitUntil('its namespace is gone', 60, () => !names('namespaces', 'default').includes('fn-second'));
      },
      8 * MINUTES,
    );

    testAll(
      'a setting of the platform, and its rollback by git revert',
      async () => {
        const before = interceptors();
        repository.editYaml('environments/production.yaml', (environment) => ({
          ...environment,
          platform: { interceptor: { minReplicas: 3 } },
        }));
        await arrives('A setting of the platform changed');
        expect([before, interceptors()]).toEqual(['2', '3']);
        await arrives('A rollback', () => repository.revert());
        expect(interceptors()).toBe(before);
      },
      8 * MINUTES,
    );

    testAll(
      'a second environment in the cluster, which has names and a domain of its own',
      async () => {
        const declaration = 'environments/staging.yaml';
        const gitops = tool.declare(repository.url);
        repository.editYaml('environments/production.yaml', forEverybody);
        repository.write(
          declaration,
          dump({ domain: 'staging.test', naming: { namespace: 'staging-{project}' }, platform: false, gitops }),
        );
        await arrives('A second environment', () => {
          const pushed = repository.push('A second environment');
          tool.handOver(join(repository.folder, 'dist/staging/gitops'));
          return pushed;
        });
        expect(tool.applied()).toEqual(
          expect.arrayContaining(['production-functions-my-project', 'staging-functions-my-project']),
        );
        expect(names('scaledobjects', 'staging-my-project')).toBe(names('scaledobjects', NAMESPACE));
        await startLoad(image('load'), ['hello.staging.test'], 10);
        await waitUntil('hello of staging wakes', 60, () => replicas('staging-my-project') > 0);
        stopLoad();
        tool.forget('staging');
        await waitUntil('it is gone', 60, () => !names('namespaces', 'default').includes('staging-my-project'));
        repository.remove(declaration);
        repository.editYaml('environments/production.yaml', ({ platform: _, ...environment }) => environment);
        await arrives('Its declaration removed');
      },
      8 * MINUTES,
    );

    testAll(
      'a function whose image is missing holds nobody back',
      async () => {
        repository.write('functions/broken/broken.yaml', 'runtime: go\nimage: docker.io/local/none:1\n');
        repository.edit(`${PROJECT}/hello.yaml`, (text) => text.replace('cooldown: 5m', 'cooldown: 5s'));
        await arrives('A change beside what is broken', undefined, [
          'production-functions-broken',
          'production-gitops',
        ]);
        expect(tool.applied()).toContain('production-functions-broken');
        repository.remove('functions/broken');
        await arrives('What is broken removed');
      },
      8 * MINUTES,
    );

    testAll(
      `${SOAK} s of traffic, scaling, a new certificate and a restart of KEDA: always in sync, never unhealthy`,
      async () => {
        const seen = tool.watch(programs);
        const end = Date.now() + SOAK * 1000;
        const before = certificate();
        // as if it had run out: the operator makes another, and starts again with it
        kubectl('patch', 'secret', 'kedaorg-certs', '-n', 'keda', '-p', '{"data":{"ca.crt":""}}');
        await waitUntil('a new certificate', 120, () => !['', before].includes(certificate()));
        // with another name than kubectl's, whose annotation Flux takes away: that would restart it once more
        kubectl('rollout', 'restart', 'deployment', '-n', 'keda', 'keda-operator', '--field-manager=restart');
        untilReady('keda');
        const most: number[] = [];
        do {
          await startLoad(image('load'), ['hello.fn.enclii.dev'], 300);
          await pause(40); // the rate is that of the last minute
          most.push(replicas());
          stopLoad();
          await waitUntil('hello is at zero', 120, () => replicas() === 0);
          tool.refresh();
        } while (Date.now() < end);
        await tool.untilArrived(commit, []);
        const watched = seen();
        const { samples, faults } = watched;
        arrivals.record(SOAK, watched, most);
        expect(faults).toEqual([]);
        expect(samples).toBeGreaterThan(SOAK * 0.9);
      },
      (SOAK + 300) * 1000,
    );

    more({ repository: () => repository, arrives });

    testAll(
      'functions leave with their declaration while KEDA runs, which outlives the tool',
      async () => {
        repository.remove(PROJECT);
        await arrives('All functions removed');
        expect(tool.applied()).toEqual(PLATFORM);
        await waitUntil('their namespace is gone', 60, () => !names('namespaces', 'default').includes(NAMESPACE));
        tool.remove();
        expect(interceptors()).toBe('2');
      },
      8 * MINUTES,
    );
  });
}
