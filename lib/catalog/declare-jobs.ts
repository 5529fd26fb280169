import type { Table } from '../fields';
import type { JobChartProps, ProjectChartProps } from '../function';
import { JOB } from '../function/job/fields';
import { podRefusals } from '../function/policy';
import { misfits } from '../function/project/bounds';
import type { Policy } from '../policy/policy';
import type { JobDeclaration } from './catalog';
import type { ConfigMapNames } from './config-map-names';
import { effectiveSettings } from './effective';
import type { EnvironmentFile } from './environment-file';
import { Layers } from './layers';
import type { Names } from './names';
import type { Problems } from './problems';
import { type LoadedProject, ofJobs } from './projects';
import type { Source } from './source';

/** What the jobs of a project have to fit into. */
interface Surroundings {
  readonly source: Source;
  readonly problems: Problems;
  readonly policy: Policy;
  readonly objects: Names;
  readonly configMaps: ConfigMapNames;
  readonly namespace: string;
  readonly projectProps: ProjectChartProps;
}

/** The jobs of a project as an environment sees them; reports what is wrong with them there. */
export function declareJobs(
  project: LoadedProject,
  { defaults, jobOverrides }: EnvironmentFile,
  { source, problems, policy, objects, configMaps, namespace, projectProps }: Surroundings,
): JobDeclaration[] {
  return project.jobs.map(({ name, path, layer, sound }) => {
    const target = `${project.name}/${name}`;
    const layers = new Layers<JobChartProps>(JOB, [
      ofJobs({ source, base: ['defaults'], props: defaults }),
      ...project.defaults.map(ofJobs),
      layer,
      { source, base: ['jobOverrides', target], props: jobOverrides?.[target] },
    ]);
    const names = { project: project.name, name };
    const props = { ...layers.props, ...names } as JobChartProps;
    if (sound && layers.check(problems, names)) {
      objects.ofOthers(path, namespace, props, layers);
      const filled = JOB.fill(props);
      for (const problem of podRefusals(filled, policy, () => JOB.write(filled))) layers.report(problems, problem);
    }
    if (sound) {
      const { minReplicas: _, ...pod } = props;
      for (const problem of misfits(pod, projectProps)) layers.report(problems, problem);
      configMaps.claim(path, namespace, props, layers);
    }
    objects.ofFunction(path, namespace, props, layers);
    return {
      name,
      props,
      get settings() {
        return effectiveSettings(JOB as Table<JobChartProps>, layers, layers.props);
      },
    };
  });
}
