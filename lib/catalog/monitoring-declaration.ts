import type { AlertThresholds, MonitoringProps, Scrape } from '../monitoring';
import { resolveMonitoring } from '../monitoring/settings';
import { type Problems, problemOf } from './problems';
import { optional, parseDuration } from './quantities';
import type { Source } from './read';

/** The settings of monitoring as YAML has them, after the schema has accepted them. */
export interface MonitoringSettings {
  readonly scrape?: Scrape;
  readonly interval?: string;
  readonly labels?: { [name: string]: string };
  readonly thresholds?: {
    readonly errorRatio?: number;
    readonly coldStartObjective?: number;
    readonly answerWithin?: string;
    readonly interceptorConcurrency?: number;
    readonly scaleLoopDelay?: string;
  };
  readonly runbookUrl?: string;
  readonly dashboardNamespace?: string;
}

/** The props of monitoring; undefined when an environment has none. */
export function monitoringProps(settings?: MonitoringSettings): MonitoringProps | undefined {
  if (!settings) return undefined;
  const { interval, thresholds, ...same } = settings;
  return {
    ...same,
    interval: optional(interval, parseDuration),
    thresholds: thresholds && {
      ...thresholds,
      answerWithin: optional(thresholds.answerWithin, parseDuration),
      scaleLoopDelay: optional(thresholds.scaleLoopDelay, parseDuration),
    },
  };
}

/** Reports settings that the schema accepts and the construct would refuse, each on its own. */
export function checkMonitoring(props: MonitoringProps | undefined, source: Source, problems: Problems): void {
  const check = (path: string[], own: MonitoringProps) => {
    const problem = problemOf((scope) => resolveMonitoring(scope, own));
    if (problem) problems.add(source.path, source.lineOf(['monitoring', ...path]), problem);
  };
  const { thresholds = {}, labels = {}, ...others } = props ?? {};
  for (const [key, value] of Object.entries(others)) check([key], { [key]: value });
  for (const [name, value] of Object.entries(labels)) check(['labels', name], { labels: { [name]: value } });
  for (const [key, value] of Object.entries(thresholds as AlertThresholds)) {
    check(['thresholds', key], { thresholds: { [key]: value } });
  }
}
