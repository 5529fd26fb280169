// The same app as main.py.
import { Duration } from 'cdk8s';
import {
  Environment,
  FunctionsApp,
  KedaPlatform,
  NodeFunctionChart,
  ProjectChart,
  PythonFunctionChart,
  Trigger,
  Volume,
} from '../../index';

const app = new FunctionsApp({ args: process.argv.slice(2) });
const production = new Environment(app, 'production', { domain: 'fn.example.com' });
new KedaPlatform(production, 'keda');
new ProjectChart(production, 'shop', { name: 'shop' });

new NodeFunctionChart(production, 'checkout', {
  project: 'shop',
  image: 'ghcr.io/example/checkout:1.4.2',
  cooldown: Duration.minutes(5),
});
new PythonFunctionChart(production, 'report', {
  project: 'shop',
  image: 'ghcr.io/example/report:2.0.0',
  maxReplicas: 5,
  volumes: { '/cache': Volume.fromEmptyDir() },
  triggers: [Trigger.cron({ timezone: 'Europe/Berlin', start: '0 8 * * *', end: '0 18 * * *', desiredReplicas: 2 })],
});
app.synth();
