import { Catalog, FunctionsApp } from './index';

// the name stands in each file of dist/: it is how the writer knows them again
const app = new FunctionsApp({ name: 'cdk8s-keda-functions', args: process.argv.slice(2) });
new Catalog(app, { folder: __dirname });
app.synth();
