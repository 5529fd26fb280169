// Imported by a script: with --help or -h it prints the comment at the script's head, and ends.
// Tests import the scripts too, which only CommonJS allows on every Node that is supported.
const { readFileSync } = require('node:fs');

if (process.argv.slice(2).some((argument) => argument === '--help' || argument === '-h')) {
  const lines = readFileSync(process.argv[1], 'utf8').split('\n');
  const end = lines.findIndex((line) => !line.startsWith('//'));
  console.log(
    lines
      .slice(0, end)
      .map((line) => line.slice('// '.length))
      .join('\n'),
  );
  process.exit();
}
