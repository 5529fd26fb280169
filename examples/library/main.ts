import { Duration, JsonPatch } from 'cdk8s';
import { Environment, FunctionsApp, KedaPlatform, NodeFunctionChart, ProjectChart } from 'cdk8s-keda-functions';
import { Construct } from 'constructs';

const app = new FunctionsApp();
const production = new Environment(app, 'production', { domain: 'fn.example.com' });
new KedaPlatform(production, 'keda');

const shop = new Construct(production, 'shop'); // a folder of the output
new ProjectChart(shop, 'project', { name: 'shop' });
for (const name of ['cart', 'stock']) {
  new NodeFunctionChart(shop, name, {
    project: 'shop',
    image: `ghcr.io/example/${name}:1.0.0`,
    cooldown: Duration.minutes(10),
  }).deployment?.addJsonPatch(JsonPatch.add('/spec/template/spec/runtimeClassName', 'gvisor'));
}
app.synth();
