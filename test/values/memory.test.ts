import { Size } from 'cdk8s';
import { formatMemory, parseMemory } from '../../lib/values/memory';

test.each([
  [Size.mebibytes(128), '128Mi'],
  // as the API server writes it, so that nothing is a difference to it
  [Size.mebibytes(1024), '1Gi'],
  [Size.kibibytes(2048), '2Mi'],
  [Size.kibibytes(1500), '1500Ki'],
])('an amount of memory in its largest whole unit', (size, text) => {
  expect(formatMemory(size)).toBe(text);
  expect(parseMemory(text).toKibibytes()).toBe(size.toKibibytes());
});
