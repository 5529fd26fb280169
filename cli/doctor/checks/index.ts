import { apiService } from './api-service';
import type { Check } from './check';
import { components } from './components';
import { containerStart } from './container-start';
import { crashLoop } from './crash-loop';
import { crds } from './crds';
import { createRefused } from './create-refused';
import { cronJob } from './cron-job';
import { drift } from './drift';
import { duplicateRoute } from './duplicate-route';
import { endpoints } from './endpoints';
import { failedJob } from './failed-job';
import { imagePull } from './image-pull';
import { installedPlatform } from './installed-platform';
import { jobStart } from './job-start';
import { kubeProxy } from './kube-proxy';
import { maximum } from './maximum';
import { missing } from './missing';
import { namespaces } from './namespaces';
import { networkPolicy, platformNetwork } from './network-policy';
import { nodes } from './nodes';
import { paused } from './paused';
import { permissions } from './permissions';
import { placeholder } from './placeholder';
import { probe } from './probe';
import { protocol } from './protocol';
import { pullPolicy } from './pull-policy';
import { reference } from './reference';
import { replicas } from './replicas';
import { rights, targetRights } from './rights';
import { routingTable } from './routing-table';
import { scaledObject } from './scaled-object';
import { secondScaler } from './second-scaler';
import { service } from './service';
import { target } from './target';
import { triggerAuthentication } from './trigger-authentication';
import { unschedulable } from './unschedulable';
import { webhooks } from './webhooks';
import { window } from './window';

export const CLUSTER_CHECKS = [
  permissions,
  nodes,
  namespaces,
  crds,
  installedPlatform,
  components,
  rights,
  targetRights,
  apiService,
  webhooks,
  platformNetwork,
  routingTable,
  kubeProxy,
  drift,
];

export const WORKLOAD_CHECKS = [
  reference,
  createRefused,
  unschedulable,
  imagePull,
  containerStart,
  crashLoop,
  probe,
  pullPolicy,
];

export const SCALED_CHECKS = [paused, triggerAuthentication, scaledObject, maximum, window];

export const DECLARED_CHECKS = [missing];

export const ROUTED_CHECKS = [duplicateRoute];

export const FUNCTION_CHECKS = [placeholder, service, protocol, endpoints, networkPolicy, secondScaler, replicas];

export const ELSEWHERE_CHECKS = [target];

export const JOB_CHECKS = [cronJob, jobStart, failedJob];

/** All checks, in the order in which they run. */
export const CHECKS: Check[] = [
  ...CLUSTER_CHECKS,
  ...WORKLOAD_CHECKS,
  ...SCALED_CHECKS,
  ...DECLARED_CHECKS,
  ...ROUTED_CHECKS,
  ...FUNCTION_CHECKS,
  ...ELSEWHERE_CHECKS,
  ...JOB_CHECKS,
];
