// The same constructs, written by cdk8s itself: `node cdk8s.js FOLDER`.
import { App } from 'cdk8s';
import { build } from './functions';

const app = new App({ outdir: process.argv[2] });
build(app, process.cwd());
App.prototype.synth.call(app);
