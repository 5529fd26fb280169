import { type Fields, type Resolved, Table } from '../fields';
import { dnsLabel, image, labelValue } from '../fields/names';
import { COLD_START_FIELDS } from './cold-start/fields';
import { FUNCTION_RULES } from './function-rules';
import { NETWORK_FIELDS } from './network/fields';
import { POD_FIELDS } from './pod/fields';
import { PROBE_FIELDS } from './probes/fields';
import { PROCESS_FIELDS } from './process/fields';
import type { FunctionChartProps } from './props';
import { ROUTING_FIELDS } from './routing/fields';
import { runtime } from './runtime/runtime-field';
import { SCALING_FIELDS } from './scaling/fields';
import { SCHEDULES_FIELDS } from './schedule/fields';
import { TARGET_FIELDS } from './target/fields';

const fields = {
  runtime: { ...runtime(), required: true },
  image: { ...image(), required: true, unless: 'target' },
  project: { ...dnsLabel(), required: true, codeOnly: true },
  name: { ...dnsLabel(), codeOnly: true },
  functionId: { ...labelValue(), key: 'id' },
  kedaNamespace: { ...dnsLabel(), codeOnly: true },
  ...ROUTING_FIELDS,
  ...COLD_START_FIELDS,
  ...SCALING_FIELDS,
  ...SCHEDULES_FIELDS,
  ...TARGET_FIELDS,
  ...PROCESS_FIELDS,
  ...NETWORK_FIELDS,
  ...PROBE_FIELDS,
  ...POD_FIELDS,
} satisfies Fields<FunctionChartProps>;

/** The settings of a function, checked and with their defaults. */
export type FunctionSettings = Resolved<FunctionChartProps, typeof fields>;

export const FUNCTION = new Table<FunctionChartProps, typeof fields>('FunctionChartProps', fields, FUNCTION_RULES);

// what only a function itself can say: a default for all would be overridden by each, or collide
const OWN = ['runtime', 'image', 'functionId', 'hosts'] as const;
const NOT_SHARED = [...OWN, 'configMaps', 'target'] as const;

/** Settings of several functions, with nothing under them. */
export const SHARED = FUNCTION.layer({ removes: false, without: NOT_SHARED });

/** The same, over other such settings. */
export const SHARED_OVER = FUNCTION.layer({ removes: true, without: NOT_SHARED });

/** The settings of a function itself, over those that it shares. */
export const OWN_LAYER = FUNCTION.layer({
  removes: true,
  keeps: OWN,
  requires: ['runtime', 'image'],
  without: ['target'],
});

/** Settings over those of a function itself. */
export const OVERRIDE = FUNCTION.layer({ removes: true });
