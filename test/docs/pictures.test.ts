import { plot } from '../../bench/rest/report';
import { PICTURES } from '../../scripts/pictures';
import { read } from './pages';

test.each(Object.entries(PICTURES))('%s is what npm run docs draws', (file, draw) => {
  expect(draw() === read(`docs/${file}`)).toBe(true);
});

test('what functions at rest cost, drawn to scale: a way that was not measured at each number is left out', () => {
  const cell = (functions: number, intervals: string, platformMillicores: number) =>
    ({ functions, intervals, load: { platformMillicores } }) as Parameters<typeof plot>[0][number];
  const cells = [cell(10, '20/40', 50), cell(10, '50/200', 20), cell(200, '20/40', 500), cell(200, '50/200', 250)];
  const drawn = plot([...cells, cell(200, 'upstream', 900)]);
  const lines = [...drawn.matchAll(/<polyline points="\S+,(\S+) \S+,(\S+)"/g)].map(([, ...ends]) => ends.map(Number));
  // from 320, nothing, up to 20, the most
  expect(lines).toEqual([
    [290, 20],
    [308, 170],
  ]);
  expect(drawn).not.toContain('upstream');
  expect(drawn).toContain('>500m</text>');
});
