import { linePlot } from '../kit/plot';
import { table } from '../kit/results';
import { percentile } from '../kit/statistics';
import type { Cost } from './measure';

export interface Sample extends Cost {
  readonly way: string;
  readonly size: number;
  readonly round: number;
}

type Unit = keyof Cost;

/** What is started once, and does not grow with a catalog. */
const A_FEW = 4;

/** Medians of each way, and of what each round says of two ways. */
export function report(samples: readonly Sample[]): string {
  const sizes = [...new Set(samples.map(({ size }) => size))].sort((a, b) => a - b);
  const ways = [...new Set(samples.map(({ way }) => way))];
  const cells = ways.flatMap((way) =>
    sizes
      .filter((size) => of(samples, way, size).length > 0)
      .map((size) => {
        const value = (unit: Unit) => median(of(samples, way, size).map((sample) => sample[unit]));
        const seconds = (unit: Unit) => (value(unit) / 1000).toFixed(2);
        return [way, size, seconds('wallMillis'), seconds('cpuMillis'), value('peakMebibytes')];
      }),
  );
  const many = sizes.filter((size) => size > A_FEW);
  const largest = sizes.at(-1)!;
  const against = (way: string, base: string, size: number, baseSize = size) =>
    (['wallMillis', 'cpuMillis', 'peakMebibytes'] as const).map((unit) =>
      paired(samples, unit, way, size, base, baseSize),
    );
  const ratios = [
    ...many.map((size) => ['library / helm', size, ...against('library', 'helm', size)]),
    ...many.map((size) => ['library / floor', size, ...against('library', 'floor', size)]),
    ...many.map((size) => ['library / cdk8s', size, ...against('library', 'cdk8s', size)]),
    [`library, ${largest} / ${many[0]}`, largest, ...against('library', 'library', largest, many[0])],
    ...['one changed', 'nothing changed'].map((way) => [
      `${way} / library`,
      largest,
      ...against(way, 'library', largest),
    ]),
  ];
  return `Medians. Time of processors is user and system, of all threads.

${table(['way', 'functions', 'seconds', 'seconds of processors', 'peak, MiB'], cells)}

Ratios, the median of what each round says.

${table(['of', 'functions', 'time', 'time of processors', 'peak'], ratios)}`;
}

/** Seconds of processors over the number of functions, a line a way. */
export function plot(samples: readonly Sample[]): string {
  const sizes = [...new Set(samples.map(({ size }) => size))].sort((a, b) => a - b).filter((size) => size > A_FEW);
  const lines = ['library', 'helm', 'cdk8s', 'floor', 'one changed', 'nothing changed'].map((name) => ({
    name,
    values: sizes.map((size) => median(of(samples, name, size).map(({ cpuMillis }) => cpuMillis)) / 1000),
  }));
  const title = 'Seconds of processors of a synthesis over the number of functions';
  return linePlot(title, sizes, lines, (seconds) => `${seconds.toFixed(1)} s`);
}

function of(samples: readonly Sample[], way: string, size: number): Sample[] {
  return samples.filter((sample) => sample.way === way && sample.size === size);
}

function paired(
  samples: readonly Sample[],
  unit: Unit,
  way: string,
  size: number,
  base: string,
  baseSize: number | undefined,
): string {
  const bases = new Map(of(samples, base, baseSize ?? size).map((sample) => [sample.round, sample[unit]]));
  const ratios = of(samples, way, size).flatMap((sample) => {
    const other = bases.get(sample.round);
    return other === undefined ? [] : [sample[unit] / other];
  });
  return ratios.length === 0 ? '' : median(ratios).toFixed(2);
}

function median(values: readonly number[]): number {
  return values.length === 0
    ? Number.NaN
    : percentile(
        [...values].sort((a, b) => a - b),
        0.5,
      );
}
