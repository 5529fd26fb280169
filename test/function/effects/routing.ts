import { Duration } from 'cdk8s';
import { type FunctionHostsProps, type FunctionRoutingProps, Probe, Scaler, Trigger, Visibility } from '../../../lib';
import { CONTAINER, type EffectsOf, ENV, POD } from './paths';
import { HTTP, ROUTE, SCALED, scaling } from './scalers';

export const ROUTING_EFFECTS: EffectsOf<FunctionHostsProps & FunctionRoutingProps> = {
  http: [
    {
      given: { http: false, triggers: [Trigger.redis({ address: ['redis:6379'], listName: 'jobs' })] },
      at: {
        InterceptorRoute: undefined,
        HTTPScaledObject: undefined,
        Service: undefined,
        [`${SCALED}/triggers/0/type`]: 'redis',
        [`${ENV}/PORT`]: undefined,
        [`${CONTAINER}/ports`]: undefined,
        [`${CONTAINER}/livenessProbe`]: undefined,
        [`${CONTAINER}/lifecycle`]: undefined,
        [`${POD}/terminationGracePeriodSeconds`]: 30,
      },
    },
    {
      given: {
        http: false,
        ports: { metrics: { port: 8080 } },
        warm: [{ from: '08:00', to: '18:00' }],
        probes: { liveness: Probe.http('/live', { port: 8080 }) },
      },
      at: {
        'Service/spec/ports': [{ name: 'metrics', port: 8080, targetPort: 'metrics', protocol: 'TCP' }],
        [`${CONTAINER}/ports`]: [{ name: 'metrics', containerPort: 8080, protocol: 'TCP' }],
        [`${CONTAINER}/livenessProbe/httpGet`]: { path: '/live', port: 8080 },
        'NetworkPolicy/spec/ingress/0/ports': [{ port: 'metrics', protocol: 'TCP' }],
      },
    },
  ],
  hosts: scaling({ hosts: ['a.test', '*.b.test'] }, `${ROUTE}/rules/0/hosts`, `${HTTP}/hosts`, ['a.test', '*.b.test']),
  visibility: [
    {
      given: { visibility: Visibility.INTERNAL },
      at: { [`${ROUTE}/rules/0/hosts`]: ['hello.fn-shop', 'hello.fn-shop.svc', 'hello.fn-shop.svc.cluster.local'] },
    },
  ],
  pathPrefixes: [
    { given: { pathPrefixes: ['/api'] }, at: { [`${ROUTE}/rules/0/paths`]: [{ value: '/api' }] } },
    {
      given: { pathPrefixes: ['/api'], scaler: Scaler.HTTP_SCALED_OBJECT },
      at: { [`${HTTP}/pathPrefixes`]: ['/api'] },
    },
  ],
  headers: [
    ...scaling(
      { headers: [{ name: 'X-Version', value: 'v2' }, { name: 'X-Beta' }] },
      `${ROUTE}/rules/0/headers`,
      `${HTTP}/headers`,
      [{ name: 'X-Version', value: 'v2' }, { name: 'X-Beta' }],
    ),
    // beside a route that is not there yet, the HTTPScaledObject would take the requests
    { given: { headers: [{ name: 'X-Beta' }] }, at: { [`${HTTP}/headers`]: [{ name: 'X-Beta' }] } },
  ],
  timeout: [
    {
      given: { timeout: Duration.seconds(40) },
      at: { [`${ENV}/FUNCTION_TIMEOUT/value`]: '40', [`${POD}/terminationGracePeriodSeconds`]: 45 },
    },
    ...scaling(
      { timeout: Duration.seconds(7) },
      `${ROUTE}/timeouts/responseHeader`,
      `${HTTP}/timeouts/responseHeader`,
      '7s',
    ),
  ],
  readinessTimeout: scaling(
    { readinessTimeout: Duration.minutes(2) },
    `${ROUTE}/timeouts/readiness`,
    `${HTTP}/timeouts/conditionWait`,
    '2m0s',
  ),
  requestTimeout: [{ given: { requestTimeout: Duration.minutes(3) }, at: { [`${ROUTE}/timeouts/request`]: '3m0s' } }],
};
