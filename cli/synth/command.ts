import { InputError } from '../../lib/errors';
import { outputNamed, parseArguments } from '../arguments';
import { visible } from '../visible';
import { explain } from './explain';

const USAGE = `usage: cdk8s-keda-functions synth --explain project/name [options]

Says what holds of a function, and which line of which file says so. Only reads; what writes dist/ is the app itself.

  --explain project/name  the function
  --environment NAME      in this environment only
  --catalog FOLDER        folder of environments/ and functions/; default: the current one
  --output text|json      default: text
  --help                  this text

Exit code: 0; 2 the function, or a file of the catalog, is not right.`;

/** Runs `synth` and returns its exit code. */
export function synth(args: string[]): number {
  try {
    const options = parseArguments(args, {
      explain: { type: 'string' },
      environment: { type: 'string' },
      catalog: { type: 'string', default: '.' },
      output: { type: 'string', default: 'text' },
      help: { type: 'boolean', default: false },
    });
    if (options.help) {
      console.log(USAGE);
      return 0;
    }
    const { explain: target } = options;
    if (target === undefined) {
      throw new InputError(
        '--explain is missing; allowed: --explain project/name (an app writes dist/ itself: npm run synth)',
      );
    }
    const { environment, catalog } = options;
    console.log(explain(catalog, { target, environment, output: outputNamed(options.output) }));
    return 0;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    for (const line of error.message.split('\n')) console.error(`error: ${visible(line)}`);
    return 2;
  }
}
