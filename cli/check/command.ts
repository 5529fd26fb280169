import { type Command, Option } from 'commander';
import { hasColours, painter } from '../colours';
import { FOLDER } from '../options';
import { exitWith } from '../stop';
import { visibleLines } from '../visible';
import { problemsOf } from './problems';
import { toSarif } from './sarif';
import { toText } from './text';

interface Options {
  readonly folder: string;
  readonly output: 'text' | 'json' | 'sarif';
}

const MORE = `
SARIF is what GitHub and others show beside the lines of a pull request. JSON is
a list of: severity, file, line, message.

Exit code: 0 nothing is wrong, there may be warnings; 1 something is wrong; 2 an
argument is wrong.

  cdk8s-keda-functions check
  cdk8s-keda-functions check --output sarif >check.sarif`;

export function addCheck(program: Command): void {
  program
    .command('check')
    .summary('says what is wrong with what YAML declares')
    .description('Says what is wrong with what environments/ and functions/ declare. Writes nothing.')
    .option(...FOLDER)
    .addOption(
      new Option('--output <format>', 'for a person, or for a program')
        .choices(['text', 'json', 'sarif'])
        .default('text'),
    )
    .addHelpText('after', MORE)
    .action(({ folder, output }: Options) => {
      const problems = problemsOf(folder);
      const json = (value: object) => visibleLines(JSON.stringify(value, undefined, 2));
      if (output === 'text') console.log(toText(problems, painter(hasColours(process.stdout))));
      else console.log(json(output === 'json' ? problems : toSarif(problems)));
      exitWith(problems.some(({ severity }) => severity === 'error') ? 1 : 0);
    });
}
