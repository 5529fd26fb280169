import { App } from 'cdk8s';
import { Environment, FunctionChart, type NamingProps, ProjectChart, Runtime } from '../../lib';
import { NAMING } from '../../lib/naming/fields';
import { load } from '../catalog/folder';
import { proveEffects } from '../effects';

const POD_LABELS = 'Deployment/spec/template/metadata/labels';

describe('naming', () => {
  proveEffects(
    NAMING,
    {
      namespace: [
        {
          given: { namespace: '{project}-functions' },
          at: {
            'Namespace/metadata/name': 'shop-functions',
            'Deployment/metadata/namespace': 'shop-functions',
            'NetworkPolicy/metadata/namespace': 'shop-functions',
          },
        },
        { given: { namespace: 'all' }, at: { 'NetworkPolicy functions-shop/metadata/namespace': 'all' } },
      ],
      object: [
        {
          given: { object: '{project}-{function}' },
          at: {
            'Deployment/metadata/name': 'shop-hello',
            'Service/metadata/name': 'shop-hello',
            'ScaledObject/spec/scaleTargetRef/name': 'shop-hello',
            'InterceptorRoute/spec/target/service': 'shop-hello',
            'Deployment/spec/selector/matchLabels/app.kubernetes.io~1instance': 'shop-hello',
          },
        },
      ],
      selector: [
        {
          given: { selector: { app: 'x-{function}', 'example.com/id': '{id}' } },
          at: {
            'Deployment/spec/selector/matchLabels': { app: 'x-hello', 'example.com/id': '42' },
            'Service/spec/selector': { app: 'x-hello', 'example.com/id': '42' },
            'PodDisruptionBudget/spec/selector/matchLabels': { app: 'x-hello', 'example.com/id': '42' },
            [`${POD_LABELS}/app`]: 'x-hello',
          },
        },
      ],
      labels: [
        {
          given: {
            labels: {
              'example.com/function': '{function}',
              'example.com/project': '{project}',
              'example.com/id': '{id}',
            },
          },
          at: {
            'ScaledObject/metadata/labels': {
              'app.kubernetes.io/name': 'hello',
              'app.kubernetes.io/instance': 'fn-hello',
              'example.com/function': 'hello',
              'example.com/project': 'shop',
              'example.com/id': '42',
            },
            [`${POD_LABELS}/example.com~1project`]: 'shop',
            'NetworkPolicy/spec/podSelector': {
              matchExpressions: [{ key: 'example.com/function', operator: 'Exists' }],
            },
          },
        },
        {
          given: { labels: { kind: 'function', 'example.com/project': '{project}', id: '{id}' } },
          at: {
            'NetworkPolicy/spec/podSelector': { matchLabels: { kind: 'function', 'example.com/project': 'shop' } },
          },
        },
      ],
      namespaceLabels: [
        {
          given: { namespaceLabels: { 'example.com/project': '{project}' } },
          at: { 'Namespace/metadata/labels/example.com~1project': 'shop' },
        },
      ],
    },
    {
      build(naming: NamingProps) {
        const app = new App();
        const environment = new Environment(app, 'e', { domain: 'fn.test', naming });
        new ProjectChart(environment, 'project', { name: 'shop' });
        const props = { project: 'shop', runtime: Runtime.GO, image: 'a/b:1', functionId: '42', minReplicas: 2 };
        new FunctionChart(environment, 'hello', props);
        return app;
      },
      load: (naming) =>
        load({ 'environments/e.yaml': `domain: fn.test\nnaming: ${JSON.stringify(naming)}\n` }).environments[0].props
          .naming!,
    },
  );
});
