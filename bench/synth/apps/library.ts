// Declarations in, files out: `node library.js --outdir FOLDER`, in the folder of the declarations.
import { main } from '../../../index';
import { build } from './functions';

main((app) => build(app, process.cwd()), { name: 'bench' });
