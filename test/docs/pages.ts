import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(__dirname, '../..');
export const read = (page: string) => readFileSync(join(ROOT, page), 'utf8');

/** The files of the repository; what is new and not yet added counts too. */
export const FILES = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(ROOT, file)));

/** The pages that people read. */
export const PAGES = FILES.filter((file) => file.endsWith('.md') && !/^(test|bench\/results)\//.test(file));

/** A page without its blocks of code. */
export const withoutBlocks = (text: string) => text.replaceAll(/^( *)```.*?^\1```$/gms, '');
