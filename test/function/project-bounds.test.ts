import { App, Size } from 'cdk8s';
import { Cpu, Environment, FunctionChart, type FunctionChartProps, ProjectChart, Runtime, toFiles } from '../../lib';
import type { ProjectBounds } from '../../lib/function/project/bounds';

const { mebibytes, gibibytes } = Size;

function build(props: Partial<FunctionChartProps>, bounds: ProjectBounds, projectFirst = true): void {
  const app = new App();
  const environment = new Environment(app, 'e', { domain: 'fn.test' });
  const project = () => new ProjectChart(environment, 'project', { name: 'p', ...bounds });
  if (projectFirst) project();
  new FunctionChart(environment, 'f', { runtime: Runtime.GO, project: 'p', image: 'a/b:1', ...props });
  if (!projectFirst) project();
  // another project, and the project of another cluster, bind nobody here
  new ProjectChart(environment, 'other', { name: 'q', limits: { maxMemory: mebibytes(1) } });
  const elsewhere = new Environment(app, 'elsewhere', { domain: 'fn.test' });
  new ProjectChart(elsewhere, 'project', { name: 'p', limits: { maxMemory: mebibytes(1) } });
  toFiles(app);
}

test.each<[Partial<FunctionChartProps>, ProjectBounds, string]>([
  [
    { memoryLimit: gibibytes(1) },
    { limits: { maxMemory: mebibytes(512) } },
    'memoryLimit "1Gi" is above the project\'s limits.maxMemory; allowed: at most 512Mi',
  ],
  [
    {},
    { limits: { maxMemory: mebibytes(64) } },
    'memory "128Mi" is above the project\'s limits.maxMemory; allowed: at most 64Mi',
  ],
  [
    { cpu: Cpu.cores(2) },
    { quota: { cpu: Cpu.cores(1) } },
    'cpu "2" is above the project\'s quota.cpu; allowed: at most 1',
  ],
  [
    { minReplicas: 3 },
    { quota: { cpu: Cpu.millis(299) } },
    'cpu "100m" times minReplicas 3 is above the project\'s quota.cpu; allowed: at most 299m',
  ],
  [
    { memory: mebibytes(256) },
    { quota: { memory: mebibytes(255) } },
    'memory "256Mi" is above the project\'s quota.memory; allowed: at most 255Mi',
  ],
  [{ minReplicas: 3 }, { quota: { pods: 2 } }, "minReplicas 3 is above the project's quota.pods; allowed: at most 2"],
])('%j in %j is refused', (props, bounds, message) => {
  expect(() => build(props, bounds)).toThrow(`e/f: ${message}`);
  expect(() => build(props, bounds, false)).toThrow(`e/f: ${message}`);
});

test('what just fits', () => {
  const limits = { maxMemory: mebibytes(128) };
  const quota = { cpu: Cpu.millis(300), memory: mebibytes(384), pods: 3 };
  expect(() => build({ minReplicas: 3 }, { limits, quota })).not.toThrow();
  expect(() => build({}, {})).not.toThrow();
});
