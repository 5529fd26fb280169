import { Duration } from 'cdk8s';
import { Scaler } from '../../../lib';
import type { Effects } from '../../effects';
import { HTTP, ROUTE, SCALED } from './scalers';

const RESPONSE = `${ROUTE}/coldStart/placeholder/response`;

export const COLD_START_EFFECTS: Effects = {
  'coldStart.fallback.service': [
    {
      given: { coldStart: { fallback: { service: 'waiting-room' } } },
      at: { [`${ROUTE}/coldStart`]: { fallback: { service: { name: 'waiting-room', port: 80 } } } },
    },
    {
      given: {
        coldStart: { fallback: { service: 'waiting-room' } },
        readinessTimeout: Duration.millis(2500),
        scaler: Scaler.HTTP_SCALED_OBJECT,
      },
      at: { [`${HTTP}/coldStartTimeoutFailoverRef`]: { service: 'waiting-room', port: 80, timeoutSeconds: 3 } },
    },
  ],
  'coldStart.fallback.port': [
    {
      given: { coldStart: { fallback: { service: 'waiting-room', port: 8080 } } },
      at: { [`${ROUTE}/coldStart/fallback/service/port`]: 8080 },
    },
  ],
  'coldStart.placeholder.statusCode': [
    { given: { coldStart: { placeholder: {} } }, at: { [RESPONSE]: { statusCode: 503 } } },
    { given: { coldStart: { placeholder: { statusCode: 202 } } }, at: { [`${RESPONSE}/statusCode`]: 202 } },
    // else the function would wake only at the next look, up to 15 s later
    { given: { coldStart: { placeholder: {} } }, at: { [`${SCALED}/pollingInterval`]: 1 } },
  ],
  'coldStart.placeholder.headers': [
    {
      given: { coldStart: { placeholder: { headers: { 'Retry-After': '2' } } } },
      at: { [`${RESPONSE}/headers`]: { 'Retry-After': '2' } },
    },
  ],
  'coldStart.placeholder.body': [
    { given: { coldStart: { placeholder: { body: 'soon' } } }, at: { [`${RESPONSE}/body`]: 'soon' } },
  ],
  'coldStart.placeholder.pages': [
    {
      given: { coldStart: { placeholder: { pages: { 'index.html': '<p>soon' } } } },
      at: {
        [`${RESPONSE}/bodyFromConfigMap`]: { name: 'fn-hello-placeholder' },
        'ConfigMap fn-hello-placeholder/data': { 'index.html': '<p>soon' },
        'ConfigMap fn-hello-placeholder/metadata/labels/http.keda.sh~1response-body': 'true',
      },
    },
  ],
  'coldStart.placeholder.bodyFromConfigMap.name': [
    {
      given: { coldStart: { placeholder: { bodyFromConfigMap: { name: 'soon' } } } },
      at: { [`${RESPONSE}/bodyFromConfigMap`]: { name: 'soon' } },
    },
  ],
  'coldStart.placeholder.bodyFromConfigMap.key': [
    {
      given: { coldStart: { placeholder: { bodyFromConfigMap: { name: 'soon', key: 'a.html' } } } },
      at: { [`${RESPONSE}/bodyFromConfigMap/key`]: 'a.html' },
    },
  ],
};
