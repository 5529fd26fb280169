import type { Paint } from '../colours';
import { visible } from '../visible';
import type { Problem } from './problems';

const RED = 31;
const YELLOW = 33;

/** Problems for a person, a line each, and how many there are. */
export function toText(problems: Problem[], paint: Paint): string {
  const lines = problems.map(({ severity, file, line, message }) => {
    const word = paint(severity === 'error' ? RED : YELLOW, severity);
    return `${word}: ${visible(`${file}:${line}: ${message}`)}`;
  });
  const count = (wanted: Problem['severity']) => {
    const { length } = problems.filter(({ severity }) => severity === wanted);
    return `${length} ${wanted}${length === 1 ? '' : 's'}`;
  };
  return [...lines, `${count('error')}, ${count('warning')}`].join('\n');
}
