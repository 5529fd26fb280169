import { join } from 'node:path';
import { image, kubectl, waitUntil } from '../cluster';
import { script } from '../scripts';
import { describeWith, Programs } from './programs';
import { Repository } from './repository';
import type { GitOpsTool } from './tool';

const MINUTES = 60_000;
const RUNTIMES = { hello: 'go', process: 'python', resize: 'rust', webhook: 'node' };
const PROJECT = 'functions/my-project';
const NAMESPACE = 'fn-my-project';
const PLATFORM = ['production-gitops', 'production-keda', 'production-monitoring'];

const names = (kinds: string, namespace: string) => kubectl('get', kinds, '-n', namespace, '-o', 'name');
const read = (kind: string, namespace: string, name: string, path: string) =>
  kubectl('get', kind, '-n', namespace, name, '--ignore-not-found', '-o', `jsonpath={${path}}`);
const maxReplicas = (name: string) => read('scaledobject', NAMESPACE, name, '.spec.maxReplicaCount');

/** The reference app from a repository of this machine: all that a user does to it, and what the tool makes of it. */
export function testDelivery(tool: GitOpsTool): void {
  describeWith(...tool.programs)(`the reference app, applied by ${tool.name}`, () => {
    let programs: Programs;
    let repository: Repository;
    let commit: string;

    const arrives = async (what: string, push = () => repository.push(what), unhealthy: string[] = []) => {
      commit = push();
      const start = Date.now();
      tool.refresh();
      await tool.untilArrived(commit, unhealthy);
      console.log(
        `${tool.name}: ${what}: there and healthy ${((Date.now() - start) / 1000).toFixed(1)} s after the push`,
      );
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
      tool.remove();
      script('uninstall.sh', join(repository.folder, 'dist/production'));
      programs.stop();
    }, 5 * MINUTES);

    test(
      'handed over once, platform and functions come by themselves, KEDA first',
      async () => {
        await arrives('All', () => {
          tool.handOver(join(repository.folder, 'dist/production/gitops'));
          return commit;
        });
        expect(tool.applied()).toEqual(['production-functions-my-project', ...PLATFORM]);
        const { keda, functions } = tool.order();
        expect(functions >= keda).toBe(true);
      },
      8 * MINUTES,
    );

    test(
      'a function that is added, changed and removed',
      async () => {
        repository.write(`${PROJECT}/added.yaml`, `runtime: go\nimage: ${image('go')}\nmaxReplicas: 2\n`);
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
  });
}
