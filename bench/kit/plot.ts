const COLORS = ['#0b6e4f', '#c1440e', '#6b6b6b', '#1f5fa8', '#8a4fa8', '#b8860b'];
const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT] = [640, 360, 56, 40, 20, 130];

export interface Line {
  readonly name: string;
  /** One for each value of x; a line that lacks one is left out. */
  readonly values: readonly number[];
}

/** Lines over numbers, both axes from zero, as SVG. */
export function linePlot(
  title: string,
  xs: readonly number[],
  lines: readonly Line[],
  format: (value: number) => string,
): string {
  const whole = lines.map(({ values }) => values.length === xs.length && values.every(Number.isFinite));
  const most = Math.max(...lines.filter((_, index) => whole[index]).flatMap(({ values }) => values));
  const end = xs.at(-1)!;
  const x = (value: number) => LEFT + ((WIDTH - LEFT - RIGHT) * value) / end;
  const y = (value: number) => HEIGHT - BOTTOM - ((HEIGHT - BOTTOM - TOP) * value) / most;
  const drawn = lines.flatMap(({ name, values }, index) => {
    if (!whole[index]) return [];
    const points = values.map((value, at) => `${x(xs[at]!).toFixed(1)},${y(value).toFixed(1)}`);
    return [
      `<polyline points="${points.join(' ')}" fill="none" stroke="${COLORS[index]}" stroke-width="2"/>`,
      `<text x="${x(end) + 8}" y="${y(values.at(-1)!) + 4}" fill="${COLORS[index]}">${name}</text>`,
    ];
  });
  const ticks = xs.map((value) => `<text x="${x(value)}" y="${HEIGHT - 20}" text-anchor="middle">${value}</text>`);
  const scale = [0, most / 2, most].map(
    (value) => `<text x="${LEFT - 8}" y="${y(value) + 4}" text-anchor="end">${format(value)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">
<title>${title}</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
<path d="M${LEFT} ${TOP}V${HEIGHT - BOTTOM}H${WIDTH - RIGHT}" fill="none" stroke="#888"/>
${[...ticks, ...scale, ...drawn].join('\n')}
</svg>
`;
}
