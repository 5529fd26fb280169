import { Duration } from 'cdk8s';
import {
  ConcurrencyPolicy,
  EnvSource,
  type FunctionSchedulesProps,
  HttpMethod,
  type ScheduledCall,
} from '../../../lib';
import type { EffectsOf } from './paths';

const JOB = 'CronJob fn-hello-nightly/spec/jobTemplate/spec';
const CALL = `${JOB}/template/spec/containers/call`;
const nightly = (call: Partial<ScheduledCall> = {}) => ({ schedules: { nightly: { cron: '0 3 * * *', ...call } } });
const URL = 'http://keda-add-ons-http-interceptor-proxy.scaling.svc.cluster.local:8080';
const HOST = ['--header', 'Host: hello.fn.test'];
const OPTIONS = [
  ...['--silent', '--show-error', '--globoff', '--path-as-is', '--connect-timeout', '10'],
  ...['--fail-with-body', '--location', '--max-redirs', '0', '--request'],
];

export const SCHEDULES_EFFECTS: EffectsOf<FunctionSchedulesProps> = {
  schedules: [
    {
      given: nightly(),
      at: {
        'CronJob/spec/schedule': '0 3 * * *',
        'CronJob/spec/timeZone': 'UTC',
        'CronJob/spec/concurrencyPolicy': 'Forbid',
        'CronJob/spec/successfulJobsHistoryLimit': 3,
        'CronJob/spec/failedJobsHistoryLimit': 3,
        [`${JOB}/backoffLimit`]: 0,
        [`${JOB}/activeDeadlineSeconds`]: 390,
        [`${JOB}/template/metadata/labels`]: { 'cdk8s-keda-functions/calls': 'fn-hello' },
        [`${CALL}/command`]: ['curl'],
        [`${CALL}/image`]: 'curlimages/curl:8.17.0',
        [`${CALL}/args`]: [...OPTIONS, 'POST', ...HOST, `${URL}/`],
        'NetworkPolicy fn-hello-calls/spec/podSelector/matchLabels': { 'cdk8s-keda-functions/calls': 'fn-hello' },
        'NetworkPolicy fn-hello-calls/spec/egress/1': {
          ports: [{ port: 8080, protocol: 'TCP' }],
          to: [
            {
              namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'scaling' } },
              podSelector: {
                matchLabels: {
                  'app.kubernetes.io/component': 'interceptor',
                  'app.kubernetes.io/name': 'http-add-on',
                },
              },
            },
          ],
        },
      },
    },
    {
      given: nightly({
        timeZone: 'Europe/Berlin',
        concurrencyPolicy: ConcurrencyPolicy.ALLOW,
        startingDeadline: Duration.minutes(5),
        suspend: true,
        successfulJobsHistoryLimit: 0,
        failedJobsHistoryLimit: 9,
      }),
      at: {
        'CronJob/spec': expect.objectContaining({
          timeZone: 'Europe/Berlin',
          concurrencyPolicy: 'Allow',
          startingDeadlineSeconds: 300,
          suspend: true,
          successfulJobsHistoryLimit: 0,
          failedJobsHistoryLimit: 9,
        }),
      },
    },
    { given: nightly({ backoffLimit: 2 }), at: { [`${JOB}/backoffLimit`]: 2, [`${JOB}/activeDeadlineSeconds`]: 1170 } },
    { given: nightly({ activeDeadline: Duration.hours(1) }), at: { [`${JOB}/activeDeadlineSeconds`]: 3600 } },
    {
      given: {
        ...nightly({
          method: HttpMethod.PUT,
          path: '/api/clean?cost=$(PRICE)',
          headers: { 'X-Empty': '', 'X-Price': '$5' },
          headerValueFrom: { Authorization: EnvSource.secretKey('token', 'bearer') },
          body: '{"price":"$(PRICE)"}',
        }),
        pathPrefixes: ['/api'],
        headers: [{ name: 'X-Version', value: 'v2' }],
      },
      at: {
        [`${CALL}/args`]: [
          ...[...OPTIONS, 'PUT', ...HOST, '--header', 'X-Version: v2', '--header', 'Content-Type: application/json'],
          ...['--header', 'X-Empty;', '--header', 'X-Price: $$5', '--header', 'Authorization: $(HEADER_0)'],
          ...['--data-raw', '{"price":"$$(PRICE)"}', `${URL}/api/clean?cost=$$(PRICE)`],
        ],
        [`${CALL}/env`]: [{ name: 'HEADER_0', valueFrom: { secretKeyRef: { name: 'token', key: 'bearer' } } }],
      },
    },
    {
      given: { ...nightly({ method: HttpMethod.GET }), pathPrefixes: ['/grüße'] },
      at: { [`${CALL}/args`]: [...OPTIONS, 'GET', ...HOST, `${URL}/gr%C3%BC%C3%9Fe`] },
    },
  ],
  callerImage: [{ given: { ...nightly(), callerImage: 'r.test/curl:1' }, at: { [`${CALL}/image`]: 'r.test/curl:1' } }],
};
