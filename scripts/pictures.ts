import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plot as restPlot } from '../bench/rest/report';
import { plot as synthesisPlot } from '../bench/synth/report';

const results = (name: string) => JSON.parse(readFileSync(join(__dirname, `../bench/results/${name}.json`), 'utf8'));

/** The pictures of docs/, as SVG. */
export const PICTURES: { readonly [file: string]: () => string } = {
  'explanation/architecture.svg': architecture,
  'explanation/cold-start.svg': coldStart,
  'explanation/rest.svg': () => restPlot(results('rest-intervals').cells),
  'explanation/synthesis.svg': () => synthesisPlot(results('synth').samples),
};

const INK = '#24292f';
const LINE = '#57606a';
const OURS = '#0b6e4f';
const THEIRS = '#1f5fa8';

type Point = readonly [x: number, y: number];

/** What goes where: files above, a request below them, and below that what wakes a function for it. */
function architecture(): string {
  return svg('From a declaration to a pod: files, a request, and what scales', 800, 292, [
    lane('files', 52),
    box([70, 30], 150, 'functions/*.yaml', 'a function in three lines'),
    arrow([220, 52], [270, 52], 'synth'),
    box([270, 30], 130, 'dist/', 'plain YAML', OURS),
    arrow([400, 52], [465, 52], 'Git'),
    box([465, 30], 130, 'Argo CD, Flux', 'apply it'),
    lane('a request', 147),
    arrow([70, 147], [100, 147]),
    box([100, 125], 150, 'edge', 'tunnel, Gateway, Ingress'),
    arrow([250, 147], [300, 147]),
    box([300, 125], 130, 'interceptor', 'counts it, holds it', THEIRS),
    arrow([430, 147], [500, 147]),
    box([500, 125], 90, 'Service', 'of the function'),
    arrow([590, 147], [650, 147]),
    box([650, 125], 130, 'pods', '0 to maxReplicas', OURS),
    lane('scaling', 252),
    arrow([365, 230], [365, 169], 'asks each 50 ms'),
    box([300, 230], 130, 'external scaler', 'of the HTTP add-on', THEIRS),
    arrow([430, 252], [520, 252], 'tells in 200 ms'),
    box([520, 230], 130, 'KEDA operator', 'and an autoscaler', THEIRS),
    `<path d="M650 252H715V169" fill="none" stroke="${LINE}" marker-end="url(#head)"/>`,
    label([722, 215], 'start', 'scales'),
  ]);
}

/** Milliseconds of a cold start and of the pod alone: docs/explanation/cold-start.md says of which run. */
const PHASES = [
  { name: 'counted, and the Deployment scaled', color: '#c1440e', coldStart: 43, podAlone: 6 },
  { name: 'the pod is made and starts', color: OURS, coldStart: 235, podAlone: 237 },
  { name: 'its address leads to it, it answers', color: THEIRS, coldStart: 50, podAlone: 28 },
] as const;

function coldStart(): string {
  const [left, scale] = [110, 1.9];
  const bar = (name: string, of: 'coldStart' | 'podAlone', top: number) => {
    let from = left;
    const parts = PHASES.map(({ color, [of]: millis }) => {
      const width = millis * scale;
      const part = `<rect x="${round(from)}" y="${top}" width="${round(width)}" height="34" fill="${color}"/>`;
      const inside = width > 40 ? label([from + width / 2, top + 21], 'middle', String(millis), '#fff') : '';
      from += width;
      return part + inside;
    });
    const sum = PHASES.reduce((millis, phase) => millis + phase[of], 0);
    return [label([left - 10, top + 21], 'end', name), ...parts, label([from + 8, top + 21], 'start', `${sum} ms`)];
  };
  const legend = PHASES.flatMap(({ name, color }, index) => [
    `<rect x="${left + index * 230}" y="124" width="12" height="12" fill="${color}"/>`,
    label([left + index * 230 + 18, 135], 'start', name),
  ]);
  return svg('Time line of a cold start of Go, and of its pod alone, in milliseconds', 800, 150, [
    ...bar('a cold start', 'coldStart', 20),
    ...bar('the pod alone', 'podAlone', 70),
    ...legend,
  ]);
}

function svg(title: string, width: number, height: number, parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">
<title>${title}</title>
<defs><marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L10 5L0 10z" fill="${LINE}"/></marker></defs>
<rect width="${width}" height="${height}" fill="#fff"/>
${parts.join('\n')}
</svg>
`;
}

function box([x, y]: Point, width: number, title: string, text: string, color: string = LINE): string {
  const middle = x + width / 2;
  return [
    `<rect x="${x}" y="${y}" width="${width}" height="44" rx="6" fill="#fff" stroke="${color}" stroke-width="1.5"/>`,
    `<text x="${middle}" y="${y + 19}" text-anchor="middle" font-weight="bold" fill="${color === LINE ? INK : color}">${title}</text>`,
    `<text x="${middle}" y="${y + 35}" text-anchor="middle" font-size="10.5" fill="${LINE}">${text}</text>`,
  ].join('');
}

function arrow(from: Point, to: Point, text?: string): string {
  const line = `<path d="M${from.join(' ')}L${to.join(' ')}" stroke="${LINE}" marker-end="url(#head)"/>`;
  const isUpright = from[0] === to[0];
  const at: Point = isUpright ? [from[0] - 8, (from[1] + to[1]) / 2 + 4] : [(from[0] + to[0]) / 2 - 2, from[1] - 7];
  return text === undefined ? line : line + label(at, isUpright ? 'end' : 'middle', text);
}

function lane(name: string, middle: number): string {
  return `<text x="8" y="${middle + 4}" font-size="11" fill="${LINE}">${name}</text>`;
}

function label([x, y]: Point, anchor: 'start' | 'middle' | 'end', text: string, color: string = INK): string {
  return `<text x="${round(x)}" y="${y}" text-anchor="${anchor}" font-size="11" fill="${color}">${text}</text>`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
