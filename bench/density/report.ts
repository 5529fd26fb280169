import { ratio, table, writeResults } from '../kit/results';
import type { Summary } from '../kit/statistics';
import type { Load } from '../kit/steady-load';

export interface Density {
  /** Of the scaler, in milliseconds. */
  readonly intervals: { readonly tick: string; readonly stream: string };
  readonly active: number;
  readonly idle: number;
  readonly cold: Summary;
  readonly floor: Summary;
  /** With every function at zero. */
  readonly rest: Load;
  /** With the active ones served. */
  readonly busy: Load;
  /** Of one function. */
  readonly objects: number;
  readonly bytes: number;
  readonly failed: string[];
  readonly samples: object;
}

export function report(name: string, density: Density): void {
  const { active, idle, cold, floor, rest, busy, intervals } = density;
  const cell = ({ samples, failures, p50, p90, p99, max }: Summary) => [samples, failures, p50, p90, p99, max];
  const difference = (
    key: 'apiMillicores' | 'requests' | 'statusPatches' | 'platformMillicores' | 'platformMebibytes',
  ) => [rest[key], busy[key], ((busy[key] - rest[key]) / active).toFixed(2)];
  const parts = (load: Load, part: string) =>
    Object.entries(load.pods).filter(([pod]) => COMPONENTS.find((name) => pod.startsWith(name)) === part);
  const total = (load: Load, part: string, key: 'millicores' | 'mebibytes') =>
    parts(load, part).reduce((sum, [, pod]) => sum + pod[key], 0);
  const markdown = [
    `Cold starts among ${active} active and ${idle} idle functions, in milliseconds; tick ${intervals.tick}, stream ${intervals.stream}.`,
    table(
      ['', 'n', 'failures', 'p50', 'p90', 'p99', 'max', 'p50 / floor', 'p99 / floor'],
      [
        ['floor', ...cell(floor), '', ''],
        ['cold start', ...cell(cold), ratio(cold.p50, floor.p50), ratio(cold.p99, floor.p99)],
      ],
    ),
    table(
      ['', `all ${active + idle} at zero`, `${active} active`, 'per active function'],
      [
        ['API server, millicores', ...difference('apiMillicores')],
        ['API requests a second', ...difference('requests')],
        ['of them status patches of ScaledObjects', ...difference('statusPatches')],
        ['platform, millicores', ...difference('platformMillicores')],
        ['platform, MiB', ...difference('platformMebibytes')],
      ],
    ),
    table(
      ['component', 'pods', 'millicores at rest', 'active', 'MiB at rest', 'active'],
      COMPONENTS.map((part) => [
        part,
        parts(busy, part).length,
        total(rest, part, 'millicores'),
        total(busy, part, 'millicores'),
        total(rest, part, 'mebibytes'),
        total(busy, part, 'mebibytes'),
      ]),
    ),
    `A function is ${density.objects.toFixed(1)} stored objects of ${Math.round(density.bytes)} bytes together, what Kubernetes and KEDA make of it included.`,
    `${density.failed.length} requests to active functions failed.`,
  ].join('\n\n');
  writeResults(name, density, markdown);
}

// each name is the beginning of its pods' names; the metrics server's begins with the operator's
const COMPONENTS = [
  'keda-operator-metrics-apiserver',
  'keda-operator',
  'keda-admission-webhooks',
  'keda-add-ons-http-controller-manager',
  'keda-add-ons-http-interceptor',
  'keda-add-ons-http-external-scaler',
];
