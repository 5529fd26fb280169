import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { warningsOf } from '../lib';
import { addWarning } from '../lib/warnings';

test('what the checks find when the tree is complete, each once, in order, with the path', () => {
  const app = new App();
  const found: string[] = [];
  const construct = new Construct(new Chart(app, 'b'), 'c');
  addWarning(construct, () => found);
  addWarning(construct, () => ['two', 'one']);
  addWarning(app, () => ['of the app']);
  found.push('late', 'two');
  expect(warningsOf(app)).toEqual(['app: of the app', 'b/c: late', 'b/c: one', 'b/c: two']);
  expect(warningsOf(new App())).toEqual([]);
});
