// Asks the interceptor's own routing table and writes its answers: npx tsx test/function/interceptor/record.ts
// Needs Go; builds a part of the HTTP add-on, which takes minutes the first time.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { equality, headerEquality, headersSent, losses, prefixes } from './questions';

const questions = [...equality(), ...prefixes(), ...headerEquality(), ...headersSent(), ...losses()];
const answers = execFileSync('go', ['run', '.'], {
  cwd: __dirname,
  input: questions.map((question) => `${JSON.stringify(question)}\n`).join(''),
  encoding: 'utf8',
  maxBuffer: 2 ** 26,
});
writeFileSync(join(__dirname, 'answers.txt'), answers.replaceAll('"', ''));
