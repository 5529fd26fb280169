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

/** Seconds of processors over the number of functions, a line a way, both axes from zero. */
export function plot(samples: readonly Sample[]): string {
  const [width, height, left, bottom] = [640, 360, 56, 40];
  const sizes = [...new Set(samples.map(({ size }) => size))].sort((a, b) => a - b).filter((size) => size > A_FEW);
  const ways = ['library', 'helm', 'cdk8s', 'floor', 'one changed', 'nothing changed'];
  const lines = ways.map((way) =>
    sizes.map((size) => median(of(samples, way, size).map(({ cpuMillis }) => cpuMillis)) / 1000),
  );
  const most = Math.max(...lines.filter((values) => values.every(Number.isFinite)).flat());
  const x = (size: number) => left + ((width - left - 130) * size) / sizes.at(-1)!;
  const y = (seconds: number) => height - bottom - ((height - bottom - 20) * seconds) / most;
  const colors = ['#0b6e4f', '#c1440e', '#6b6b6b', '#1f5fa8', '#8a4fa8', '#b8860b'];
  const drawn = ways.flatMap((way, index) => {
    const values = lines[index]!;
    if (!values.every(Number.isFinite)) return [];
    const points = values.map((seconds, at) => `${x(sizes[at]!).toFixed(1)},${y(seconds).toFixed(1)}`);
    const label = `<text x="${x(sizes.at(-1)!) + 8}" y="${y(values.at(-1)!) + 4}" fill="${colors[index]}">${way}</text>`;
    return [`<polyline points="${points.join(' ')}" fill="none" stroke="${colors[index]}" stroke-width="2"/>`, label];
  });
  const ticks = sizes.map((size) => `<text x="${x(size)}" y="${height - 20}" text-anchor="middle">${size}</text>`);
  const scale = [0, most / 2, most].map(
    (seconds) => `<text x="${left - 8}" y="${y(seconds) + 4}" text-anchor="end">${seconds.toFixed(1)} s</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">
<title>Seconds of processors of a synthesis over the number of functions</title>
<rect width="${width}" height="${height}" fill="#fff"/>
<path d="M${left} 20V${height - bottom}H${width - 130}" fill="none" stroke="#888"/>
${[...ticks, ...scale, ...drawn].join('\n')}
</svg>
`;
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
