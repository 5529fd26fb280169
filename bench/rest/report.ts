import { linePlot } from '../kit/plot';
import { ratio, table, writeResults } from '../kit/results';
import type { Summary } from '../kit/statistics';
import type { Load } from '../kit/steady-load';

export interface Cell {
  readonly functions: number;
  /** Tick and stream in milliseconds; or the upstream charts, as they are. */
  readonly intervals: string;
  /** With every function at zero. */
  readonly load: Load;
  readonly cold: Summary;
  readonly floor: Summary;
}

/** As a cell says that it is of the upstream charts. */
export const UPSTREAM = 'upstream';

const HEAD = [
  'functions at zero',
  'tick/stream, ms',
  'platform, millicores',
  'of it operator',
  'scalers',
  'interceptors',
  'platform, MiB',
  'API server, millicores',
  'cold start p50, ms',
  'p90',
  'failures',
  'floor p50',
  'p50 / floor',
];

export function report(name: string, cells: readonly Cell[]): void {
  const of = ({ pods }: Load, prefix: RegExp) =>
    Object.entries(pods)
      .filter(([pod]) => prefix.test(pod))
      .reduce((sum, [, { millicores }]) => sum + millicores, 0);
  const rows = cells.map(({ functions, intervals, load, cold, floor }) => [
    functions,
    intervals,
    load.platformMillicores,
    of(load, /^keda-operator-(?!metrics)/),
    of(load, /external-scaler/),
    of(load, /interceptor/),
    load.platformMebibytes,
    load.apiMillicores,
    cold.p50,
    cold.p90,
    cold.failures,
    floor.p50,
    ratio(cold.p50, floor.p50),
  ]);
  writeResults(name, { cells }, table(HEAD, rows));
}

/** What the platform takes with every function at zero, over how long a cold start waits for both intervals on average. */
export function plot(cells: readonly Cell[]): string {
  const millicores = ({ load }: Cell) => load.platformMillicores;
  const waitOf = ({ intervals }: Cell) => intervals.split('/').reduce((sum, millis) => sum + Number(millis) / 2, 0);
  const own = cells.filter(({ intervals }) => intervals !== UPSTREAM).sort((a, b) => waitOf(a) - waitOf(b));
  const [upstream] = cells.filter(({ intervals }) => intervals === UPSTREAM).map(millicores);
  return linePlot(
    `Millicores of KEDA and its add-on with ${own[0]!.functions} functions at zero, over the milliseconds that a cold start waits for the scaler`,
    own.map(waitOf),
    [
      { name: 'this library', values: own.map(millicores) },
      { name: 'upstream charts', values: own.map(() => upstream ?? Number.NaN) },
    ],
    (value) => `${Math.round(value)}m`,
  );
}
