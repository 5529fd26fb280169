import { Duration } from 'cdk8s';
import {
  anyText,
  duration,
  type Fields,
  integer,
  map,
  notWhere,
  object,
  oneOf,
  type Resolved,
  Table,
  text,
} from '../../fields/index';
import { dnsLabel, image } from '../../fields/names';
import { envSource } from '../../workload/variables/env-source-fields';
import { headerName, headerValue, unseenFault } from '../routing/headers';
import { headerNames } from './header-names';
import { type FunctionSchedulesProps, HttpMethod, type ScheduledCall } from './props';
import { SCHEDULE_FIELDS } from './schedule-fields';

const header = () => headerName(unseenFault);

const call = {
  ...SCHEDULE_FIELDS,
  path: text({ pattern: /^\/[!"$-~]*$/, allowed: 'an encoded path with its query, such as /clean?days=7' }),
  method: { ...oneOf(HttpMethod), default: HttpMethod.POST },
  headers: map(header(), headerValue()),
  headerValueFrom: map(header(), envSource()),
  body: anyText(),
  backoffLimit: { ...integer(0), default: 0 },
  activeDeadline: duration({ wholeSeconds: true, min: Duration.seconds(1) }),
  successfulJobsHistoryLimit: { ...integer(0), default: 3 },
  failedJobsHistoryLimit: { ...integer(0), default: 3 },
} satisfies Fields<ScheduledCall>;

/** A call with its defaults. */
export type ScheduledCallSettings = Resolved<ScheduledCall, typeof call>;

export const SCHEDULED_CALL = new Table<ScheduledCall, typeof call>('ScheduledCall', call, [
  ...notWhere<ScheduledCall>(['body'], ['method'], ({ method }) => method === HttpMethod.GET, {
    reason: 'is not sent with GET',
    allowed: 'none, or another method',
  }),
  {
    props: ['headers', 'headerValueFrom'],
    check(call) {
      const given = headerNames(call);
      const again = given.find((name, index) => given.indexOf(name) < index);
      return again === undefined
        ? undefined
        : { prop: 'headers', reason: `has ${again} twice`, allowed: 'each header once, headerValueFrom included' };
    },
  },
]);

export const SCHEDULES_FIELDS = {
  schedules: map(dnsLabel(), object(SCHEDULED_CALL)),
  callerImage: { ...image(), default: 'curlimages/curl:8.17.0' },
} satisfies Fields<FunctionSchedulesProps>;
