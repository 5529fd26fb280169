// Declarations in, files out: `node library.js --outdir FOLDER`, in the folder of the declarations.
import { FunctionsApp } from '../../../index';
import { build } from './functions';

const app = new FunctionsApp({ name: 'bench', args: process.argv.slice(2) });
build(app, process.cwd());
app.synth();
