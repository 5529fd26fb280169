import { type Fields, map, type Resolved, type Rule, Table } from '../fields';
import { labelKey } from '../fields/names';
import { isDnsLabel, LABEL_VALUE } from '../values/names';
import { holds, pattern } from './pattern';
import type { NamingProps } from './props';
import { namespaceLabelFault, sharedLabelFault } from './reserved';

const MANAGED_BY = { 'app.kubernetes.io/managed-by': 'cdk8s-keda-functions' };

const dnsLabel = { fits: isDnsLabel, allowed: 'a-z, 0-9 and "-"' };
const labelValue = { fits: (value: string) => LABEL_VALUE.test(value), allowed: 'the value of a label' };
const labels = () =>
  map(labelKey(sharedLabelFault), pattern({ ...labelValue, of: ['project', 'function', 'object', 'id'] }));

const fields = {
  namespace: { ...pattern({ ...dnsLabel, of: ['project'] }), default: 'fn-{project}' },
  object: { ...pattern({ ...dnsLabel, of: ['project', 'function'], requires: 'function' }), default: 'fn-{function}' },
  selector: {
    ...labels(),
    default: { 'app.kubernetes.io/name': '{function}', 'app.kubernetes.io/instance': '{object}' },
  },
  labels: {
    ...labels(),
    default: {
      'app.kubernetes.io/name': '{function}',
      'app.kubernetes.io/instance': '{object}',
      'app.kubernetes.io/part-of': '{project}',
      'app.kubernetes.io/component': 'function',
      ...MANAGED_BY,
      'function-id': '{id}',
    },
  },
  namespaceLabels: {
    ...map(labelKey(namespaceLabelFault), pattern({ ...labelValue, of: ['project'] })),
    default: { 'app.kubernetes.io/part-of': '{project}', 'app.kubernetes.io/component': 'functions', ...MANAGED_BY },
  },
} satisfies Fields<NamingProps>;

export type NamingSettings = Resolved<NamingProps, typeof fields>;

const RULES: Rule<NamingSettings, NamingProps>[] = [
  {
    props: ['selector'],
    check: ({ selector }) =>
      Object.values(selector).some((value) => holds(value, 'function', 'object'))
        ? undefined
        : { prop: 'selector', reason: 'finds every function alike', allowed: 'a label with {function} or {object}' },
  },
  {
    props: ['selector', 'labels'],
    check: (settings, { labels }) =>
      Object.keys(marksOf(settings)).length > 0
        ? undefined
        : {
            prop: labels ? 'labels' : 'selector',
            reason: 'tell no function from other pods',
            allowed:
              'a label of one value, such as app.kubernetes.io/component: function, or example.com/function: "{function}"',
          },
  },
];

/**
 * The labels by which functions are told from other pods: those of one value for a whole project, else those in a domain
 * that carry a function's name.
 */
export function marksOf({ selector, labels }: NamingSettings): { [label: string]: string } {
  const all = Object.entries({ ...labels, ...selector });
  const common = all.filter(([, value]) => !holds(value, 'function', 'object', 'id'));
  // the recommended labels are on the pods of many others
  const byName = all.filter(([key, value]) => /^(?!app\.kubernetes\.io\/).+\//.test(key) && value === '{function}');
  // a project alone marks no function: its other pods may carry it too
  const marks = common.some(([, value]) => !holds(value, 'project')) ? common : byName;
  return Object.fromEntries(marks);
}

/** What objects are called and labelled. */
export const NAMING = new Table<NamingProps, typeof fields>('NamingProps', fields, RULES);
