// A run in a process of its own. `loop`: writes two versions in turn, until it or its parent is killed; `once`: each once.
import { writeFiles } from '../../lib/synth/write';
import { own } from './files';

/** Version `a` or `b` of so many files. Each has a twentieth of its own, which the other one removes. */
export function version(name: 'a' | 'b', count: number): { [path: string]: string } {
  const files: { [path: string]: string } = {};
  for (let index = 0; index < count; index++) {
    const path = `e/functions/p${index % 20}/f${index}${index < count / 20 ? name : ''}.yaml`;
    files[path] = own(path, `version: ${name}\n`.repeat(20), 'child');
  }
  return files;
}

if (require.main === module) {
  const [mode, outdir, count] = process.argv.slice(2) as [string, string, string];
  const parent = process.ppid;
  const versions = [version('a', Number(count)), version('b', Number(count))] as const;
  do {
    for (const files of versions) {
      process.stdout.write('.');
      writeFiles(outdir, files, { name: 'child' });
    }
  } while (mode === 'loop' && process.ppid === parent);
}
