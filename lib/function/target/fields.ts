import { type Fault, type Fields, integer, map, object, type Rule, Table, text } from '../../fields';
import { labelKey, labelText, objectName } from '../../fields/names';
import { NETWORK_FIELDS } from '../network/fields';
import { POD_FIELDS } from '../pod/fields';
import { PROBE_FIELDS } from '../probes/fields';
import { PROCESS_FIELDS } from '../process/fields';
import type { FunctionTargetProps, ScaleTarget } from './props';

/** The kinds whose group needs no word. */
export const API_VERSIONS: { readonly [kind: string]: string } = {
  Deployment: 'apps/v1',
  StatefulSet: 'apps/v1',
  ReplicaSet: 'apps/v1',
  Rollout: 'argoproj.io/v1alpha1',
};

const target = {
  name: { ...objectName(), required: true },
  kind: { ...text({ pattern: /^[A-Z][A-Za-z0-9]*$/, allowed: 'a kind, such as StatefulSet' }), default: 'Deployment' },
  apiVersion: text({ pattern: /^([a-z0-9.-]+\/)?v[a-z0-9]+$/, allowed: 'a group and version, such as apps/v1' }),
  service: objectName(),
  port: { ...integer(1, 65535), default: 80 },
  container: objectName(),
  podLabels: map(labelKey(), labelText()),
} satisfies Fields<ScaleTarget>;

const KIND_RULE: Rule<ScaleTarget & Required<Pick<ScaleTarget, 'kind'>>, ScaleTarget> = {
  props: ['kind', 'apiVersion'],
  check({ kind, apiVersion }) {
    if (kind === 'DaemonSet')
      return { prop: 'kind', reason: 'has a pod on each node, and no scale', allowed: 'a kind with a scale subresource' };
    return apiVersion === undefined && !Object.hasOwn(API_VERSIONS, kind)
      ? { prop: 'apiVersion', reason: `is missing, and ${kind} is of no known group`, allowed: 'a group and version' }
      : undefined;
  },
};

export const SCALE_TARGET = new Table<ScaleTarget, typeof target>('ScaleTarget', target, [KIND_RULE]);

const ABOUT_OBJECTS: readonly string[] = ['labels', 'annotations'];

/** What is about pods that are made here: a workload that is made elsewhere has its own. */
export const ABOUT_PODS = Object.keys({ ...PROCESS_FIELDS, ...NETWORK_FIELDS, ...PROBE_FIELDS, ...POD_FIELDS }).filter(
  (key) => !ABOUT_OBJECTS.includes(key),
);

export const NOT_MADE_HERE: Fault = {
  reason: 'is about pods that are made here',
  allowed: 'none: the workload is made elsewhere',
};

export const TARGET_FIELDS = {
  target: { ...object(SCALE_TARGET), clears: () => ABOUT_PODS },
} satisfies Fields<FunctionTargetProps>;
