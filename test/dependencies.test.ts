import { dependencies } from '../scripts/dependencies';

// whoever uses the package may do so without asking anybody
const PERMISSIVE = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', 'MIT'];

test('each package that is installed with this one has a permissive licence', () => {
  expect(dependencies().filter(({ licence }) => !PERMISSIVE.includes(licence))).toEqual([]);
});

test('they are those that package.json names, and what these need', () => {
  const direct = dependencies().filter(({ neededBy }) => neededBy === undefined);
  const { dependencies: own, peerDependencies: peers } = require('../package.json');
  expect(direct.map(({ name }) => name)).toEqual(Object.keys({ ...own, ...peers }).sort());
  expect(dependencies().length).toBeGreaterThan(direct.length);
});
