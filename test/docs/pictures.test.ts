import { linePlot } from '../../bench/kit/plot';
import { PICTURES } from '../../scripts/pictures';
import { read } from './pages';

test.each(Object.entries(PICTURES))('%s is what npm run docs draws', (file, draw) => {
  expect(draw() === read(`docs/${file}`)).toBe(true);
});

test('lines are drawn to scale, and one that lacks a value is left out', () => {
  const lines = [
    { name: 'whole', values: [50, 500] },
    { name: 'half', values: [20, 250] },
    { name: 'short', values: [900] },
  ];
  const drawn = linePlot('A title', [10, 200], lines, (value) => `${value}m`);
  const ends = [...drawn.matchAll(/<polyline points="\S+,(\S+) \S+,(\S+)"/g)].map(([, ...each]) => each.map(Number));
  // from 320, nothing, up to 20, the most
  expect(ends).toEqual([
    [290, 20],
    [308, 170],
  ]);
  expect(drawn).not.toContain('short');
  expect(drawn).toContain('>500m</text>');
});
