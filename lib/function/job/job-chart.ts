import { type ApiObject, Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { ScaledJob } from '../../../imports/keda.sh';
import { Environment } from '../../environment';
import { resolve, type Table, throwIfAny } from '../../fields/index';
import { requireId } from '../../ids';
import type { Labels } from '../../naming';
import { addObject } from '../../object/object';
import { addTriggers } from '../../triggers/add-triggers';
import { addWarning } from '../../warnings';
import { metadataBeside } from '../../workload/metadata';
import { PodVolumes } from '../../workload/volumes/pod-volumes';
import { addConfigMaps, unusedConfigMaps } from '../config-maps/config-maps';
import { FunctionDefaults } from '../function-defaults';
import { addServiceAccount } from '../identity/identity';
import { danglingInInitContainers } from '../init-containers/init-containers';
import { claimSelector } from '../metadata/claims';
import { type FunctionMetadata, podMetadataOf } from '../metadata/metadata';
import { problemsOfNames } from '../metadata/names';
import { addPolicy } from '../network/policy';
import { refusals } from '../policy';
import { danglingIn } from '../process/process';
import { namespaceNear, refuseMisfits, withoutProject } from '../project/projects';
import { cronJobSpec } from '../schedule/cron-job';
import { JOB, JOB_SHARED, type JobSettings } from './fields';
import { jobSpec, variablesOf } from './job-spec';
import { problemsOfCronJob } from './names';
import type { JobChartProps } from './props';

/** Work that ends by itself: a ScaledJob that KEDA starts jobs by, or a CronJob. Neither has a Service or probes. */
export class JobChart extends Chart {
  public readonly jobName: string;
  /** Name of its ScaledJob or CronJob, and of most else that is its own. */
  public readonly objectName: string;
  public readonly namespaceName: string;
  /** The ScaledJob or the CronJob; what `ApiObject.of` gives for the chart. */
  public readonly job: ApiObject;
  /** Undefined without `serviceAccount`. */
  public readonly serviceAccount?: ApiObject;
  /** Those of `configMaps`, by name. */
  public readonly configMaps: ApiObject[];

  constructor(scope: Construct, id: string, own: JobChartProps) {
    super(scope, requireId(scope, id), { disableResourceNameHashes: true });
    const props = FunctionDefaults._some(this, own, JOB as Table<JobChartProps>, JOB_SHARED);
    const settings = resolve(this, JOB, { ...props, name: props.name ?? id });
    throwIfAny(this, refusals(JOB, settings, Environment.policyOf(this)));
    this.jobName = props.name ?? id;
    const { project, functionId } = settings;
    const naming = Environment.namingOf(this);
    const names = { project, name: this.jobName, id: functionId };
    throwIfAny(this, [...problemsOfNames(naming, names, settings), ...problemsOfCronJob(naming, names, settings)]);
    this.objectName = naming.objectOf(names);
    this.namespaceName = namespaceNear(this, project);

    const selector = naming.selectorOf(names);
    const labels = naming.labelsOf(names);
    const metadata = { name: this.objectName, namespace: this.namespaceName, ...metadataBeside(settings, labels) };
    claimSelector(
      // a function of the same name has objects of other kinds, and a Service that would find the job's pods
      { construct: this, object: `job ${this.objectName}` },
      this.namespaceName,
      naming.selectorOf({ ...names, id: undefined }),
    );
    this.configMaps = addConfigMaps(this, metadata, settings);
    this.job = this.addJob(metadata, selector, podMetadataOf(labels, settings), settings);
    this.node.defaultChild = this.job;
    this.serviceAccount = addServiceAccount(this, metadata, settings);
    addPolicy(this, metadata, selector, settings);
    addWarning(this, () => [
      ...danglingIn(settings, variablesOf(settings)),
      ...danglingInInitContainers(settings),
      ...unusedConfigMaps(settings),
      ...withoutProject(this, project, this.namespaceName),
    ]);
    refuseMisfits(this, project, { ...settings, minReplicas: undefined });
  }

  private addJob(
    metadata: FunctionMetadata,
    selector: Labels,
    podMetadata: ReturnType<typeof podMetadataOf>,
    settings: JobSettings,
  ): ApiObject {
    const volumes = new PodVolumes();
    const spec = jobSpec({ objectName: metadata.name, selector }, podMetadata, settings, volumes);
    const { triggers = [], schedule, scalingStrategy, rollout } = settings;
    if (schedule) {
      const cronJob = addObject(k8s.KubeCronJob, this, 'cron-job', {
        metadata,
        spec: cronJobSpec(schedule, spec, settings),
      });
      cronJob.addJsonPatch(...volumes.patchesAt('/spec/jobTemplate/spec/template/spec'));
      return cronJob;
    }
    const scaledJob = addObject(ScaledJob, this, 'scaled-job', {
      metadata,
      spec: {
        minReplicaCount: settings.minReplicas,
        maxReplicaCount: settings.maxReplicas,
        pollingInterval: settings.pollingInterval.toSeconds(),
        successfulJobsHistoryLimit: settings.successfulJobsHistoryLimit,
        failedJobsHistoryLimit: settings.failedJobsHistoryLimit,
        scalingStrategy: toStrategy(scalingStrategy),
        rollout: { strategy: 'gradual', ...rollout },
        triggers: addTriggers(this, metadata, triggers),
        jobTargetRef: spec,
      },
    } as never);
    scaledJob.addJsonPatch(...volumes.patchesAt('/spec/jobTargetRef/template/spec'));
    return scaledJob;
  }
}

function toStrategy(strategy: JobSettings['scalingStrategy']) {
  if (!strategy) return undefined;
  const { customScalingRunningJobPercentage: share, ...rest } = strategy;
  return { ...rest, ...(share !== undefined && { customScalingRunningJobPercentage: String(share) }) };
}
