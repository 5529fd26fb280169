export { METRICS, type Metric, MetricType } from './metrics';
export { Monitoring } from './monitoring';
export { type MonitoringProps, Scrape } from './props';
export type { AlertThresholds } from './thresholds';
