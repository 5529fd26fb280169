import { Duration } from 'cdk8s';
import { duration, type Fields, integer, map, object, oneOf, type Resolved, ratio, Table, text } from '../fields';
import { dnsLabel, labelKey } from '../fields/names';
import { LABEL_VALUE } from '../values/names';
import { type MonitoringProps, Scrape } from './props';
import type { AlertThresholds } from './thresholds';

const seconds = (max: Duration) => duration({ min: Duration.seconds(1), max, wholeSeconds: true });

const thresholds = {
  errorRatio: { ...ratio(), default: 0.05 },
  coldStartObjective: { ...ratio(), default: 0.9 },
  answerWithin: { ...seconds(Duration.hours(1)), default: Duration.minutes(2) },
  interceptorConcurrency: { ...integer(1), default: 400 },
  scaleLoopDelay: { ...seconds(Duration.hours(1)), default: Duration.seconds(5) },
} satisfies Fields<AlertThresholds>;

/** When alerts fire, with the defaults. */
export type Thresholds = Resolved<AlertThresholds, typeof thresholds>;

/** When alerts fire. */
export const THRESHOLDS = new Table<AlertThresholds, typeof thresholds>('AlertThresholds', thresholds);

const fields = {
  scrape: { ...oneOf(Scrape), default: Scrape.PROMETHEUS_OPERATOR },
  // Prometheus takes a sample for stale after 5 minutes; one scrape in between may fail
  interval: { ...seconds(Duration.minutes(2)), default: Duration.seconds(30) },
  labels: map(labelKey(), text({ pattern: LABEL_VALUE, allowed: 'the value of a label' })),
  thresholds: object(THRESHOLDS),
  runbookUrl: {
    ...text({ pattern: /^https?:\/\/[^\s"{}]+$/, allowed: 'http:// or https:// and a folder' }),
    default: 'https://github.com/enclii/cdk8s-keda-functions/blob/main/docs/runbooks/',
  },
  prometheusNamespace: dnsLabel(),
  dashboardNamespace: dnsLabel(),
  namespace: { ...dnsLabel(), codeOnly: true },
} satisfies Fields<MonitoringProps>;

export const MONITORING = new Table<MonitoringProps, typeof fields>('MonitoringProps', fields);
