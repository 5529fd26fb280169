import type { ApiObject, Duration } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { Cluster } from '../../cluster';
import { compareText } from '../../compare';
import { Environment } from '../../environment';
import { CALLER, egress, podsIn, tcp } from '../../network/rules';
import { addObject } from '../../object/object';
import { INTERCEPTOR, INTERCEPTOR_PROXY } from '../../platform/components';
import type { FunctionSettings } from '../fields';
import type { FunctionMetadata } from '../metadata/metadata';
import { projectsNear } from '../project/projects';
import { callerPod, deadlineOf, type Target } from './caller';
import { cronJobSpec } from './cron-job';
import { SCHEDULED_CALL, type ScheduledCallSettings } from './fields';
import { callName } from './names';

export interface CallsProps {
  readonly metadata: FunctionMetadata;
  readonly kedaNamespace: string;
  /** A host that leads to the function. */
  readonly host: string;
  readonly longestWait: Duration;
  readonly settings: FunctionSettings;
}

/** The CronJobs that call a function, and what lets their pods reach the interceptor, and nothing else. */
export function addCalls(scope: Construct, props: CallsProps): ApiObject[] {
  const { metadata, kedaNamespace, host, settings } = props;
  const schedules = Object.entries(settings.schedules ?? {}).sort(([a], [b]) => compareText(a, b));
  if (schedules.length === 0) return [];
  Cluster.at(Environment.scopeOf(scope)).hasCallers = true;
  const { proxy } = INTERCEPTOR.ports;
  const target: Target = {
    interceptor: `${INTERCEPTOR_PROXY}.${kedaNamespace}.svc.${Environment.clusterDomainOf(scope)}:${proxy}`,
    host,
    pathPrefixes: settings.pathPrefixes ?? [],
    headers: settings.headers ?? [],
  };
  const labels = { [CALLER]: metadata.name };
  if (projectsNear(scope).get(settings.project)?.networkPolicy !== false) {
    addObject(k8s.KubeNetworkPolicy, scope, 'caller-policy', {
      metadata: { ...metadata, name: callName(metadata.name, 'calls') },
      spec: {
        podSelector: { matchLabels: labels },
        policyTypes: ['Ingress', 'Egress'],
        egress: [
          Environment.networkOf(scope).dns,
          egress({ peers: [podsIn(kedaNamespace, INTERCEPTOR.identity)], ports: [tcp(proxy)] }),
        ],
      },
    });
  }
  return schedules.map(([name, given]) => {
    const call: ScheduledCallSettings = SCHEDULED_CALL.fill(given);
    return addObject(k8s.KubeCronJob, scope, `call-${name}`, {
      metadata: { ...metadata, name: callName(metadata.name, name) },
      spec: cronJobSpec(call, jobOf(call, target, labels, props), call),
    });
  });
}

function jobOf(
  call: ScheduledCallSettings,
  target: Target,
  labels: { [label: string]: string },
  { settings, longestWait }: CallsProps,
): k8s.JobSpec {
  return {
    backoffLimit: call.backoffLimit,
    activeDeadlineSeconds: deadlineOf(call, longestWait),
    template: { metadata: { labels }, spec: callerPod(call, target, settings) },
  };
}
