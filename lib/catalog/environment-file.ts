import type { EdgeProps } from '../edge';
import { EDGE } from '../edge/fields';
import type { EnvironmentProps } from '../environment';
import { ENVIRONMENT } from '../environment-fields';
import { type Fields, list, map, object, orFalse, part, type Rule, Table, text } from '../fields';
import type { FunctionChartProps, JobChartProps, ProjectChartProps } from '../function';
import { OVERRIDE, SHARED } from '../function/fields';
import { JOB_OVERRIDE } from '../function/job/fields';
import { PROJECT } from '../function/project/fields';
import type { GitOpsProps } from '../gitops';
import { GITOPS } from '../gitops/fields';
import type { MonitoringProps } from '../monitoring';
import { MONITORING } from '../monitoring/fields';
import type { KedaPlatformProps } from '../platform';
import { PLATFORM } from '../platform/fields';
import { namespaceFault } from '../values/names';

/** One cluster: its domain, its KEDA, and the functions that it runs. */
export interface EnvironmentFile extends EnvironmentProps {
  /** KEDA and its HTTP add-on; `false` where the cluster has them already. @default - as each setting says */
  readonly platform?: KedaPlatformProps | false;
  /** What stands in front of the interceptor: exactly one of cloudflare, gateway and ingress. @default - nothing */
  readonly edge?: EdgeProps;
  /** The tool that applies what is generated. @default - none */
  readonly gitops?: GitOpsProps;
  /** Metrics, alerts and dashboards. @default - none of them */
  readonly monitoring?: MonitoringProps;
  /** Projects that the environment runs, by the name of their folder. @default - all */
  readonly projects?: string[];
  /** Settings of every function, under those of its project and its own; of a job what a job has too. @default - none */
  readonly defaults?: Partial<FunctionChartProps>;
  /** Settings of single functions in this environment, over their own, by <project>/<function>; such as the image. @default - none */
  readonly overrides?: { [target: string]: Partial<FunctionChartProps> };
  /** Settings of single jobs in this environment, over their own, by <project>/<job>. @default - none */
  readonly jobOverrides?: { [target: string]: Partial<JobChartProps> };
  /** Settings of single projects in this environment, over those of their file; such as the quota. @default - none */
  readonly projectOverrides?: { [project: string]: Partial<ProjectChartProps> };
}

const fields = {
  ...ENVIRONMENT.fields,
  platform: orFalse(object(PLATFORM)),
  edge: object(EDGE),
  gitops: object(GITOPS),
  monitoring: object(MONITORING),
  projects: list(text()),
  defaults: part(SHARED),
  overrides: map(text({ pattern: /^[^/]+\/[^/]+$/, allowed: '<project>/<function>' }), part(OVERRIDE)),
  jobOverrides: map(text({ pattern: /^[^/]+\/[^/]+$/, allowed: '<project>/<job>' }), part(JOB_OVERRIDE)),
  projectOverrides: map(text(), part(PROJECT.layer({ removes: true }))),
} satisfies Fields<EnvironmentFile>;

const RULES: Rule<EnvironmentFile>[] = [
  {
    props: ['kedaNamespace', 'platform'],
    check({ kedaNamespace, platform }) {
      const fault = platform === false ? undefined : namespaceFault(kedaNamespace, platform?.createNamespace);
      return fault && { prop: 'kedaNamespace', ...fault, allowed: 'another one, or platform.createNamespace: false' };
    },
  },
];

/** What a file of `environments/` may hold. */
export const ENVIRONMENT_FILE = new Table<EnvironmentFile, typeof fields>('EnvironmentFile', fields, RULES);
