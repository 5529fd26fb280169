import { MetricTargetType } from '../scaler-trigger';
import { givenTo } from '../sources';
import { absent, always, type TriggerRule } from './rule';

const RESOURCES = ['cpu', 'memory'];

/** Whether the HPA reads a trigger's metric from the pods: it wakes nothing, and KEDA asks nobody for it. */
export const isResource = ({ type }: { readonly type: string }): boolean => RESOURCES.includes(type);

/** Of every trigger: scalers/scaler.go and apis/keda/v1alpha1/scaletriggers_types.go. */
export const COMMON_RULES: readonly TriggerRule[] = [
  always(({ type, useCachedMetrics }) =>
    useCachedMetrics && [...RESOURCES, 'cron'].includes(type)
      ? { prop: 'useCachedMetrics', reason: `is not for the scaler ${type}`, allowed: 'false' }
      : undefined,
  ),
  always(({ type, metricType }) =>
    metricType === MetricTargetType.UTILIZATION && !RESOURCES.includes(type)
      ? {
          prop: 'metricType',
          reason: `is not a metric type of ${type}`,
          allowed: `${MetricTargetType.AVERAGE_VALUE}, ${MetricTargetType.VALUE}`,
        }
      : undefined,
  ),
];

/** What each mode of authentication needs: scalers/authentication, Config.Validate. */
const OF_MODE: { readonly [mode: string]: readonly string[] } = {
  bearer: ['bearerToken'],
  basic: ['username'],
  tls: ['cert', 'key'],
  oauth: ['oauthTokenURI', 'clientID'],
  custom: ['customAuthHeader', 'customAuthValue'],
  apiKey: ['apiKey'],
};
const OTHER_NAMES: { readonly [name: string]: string } = { bearerToken: 'token' };

/** What a scaler needs that takes `authModes`. */
export const AUTH_MODES: TriggerRule = always((props) => {
  const modes = (props.authModes ?? props.authMode ?? []) as string[];
  for (const mode of modes) {
    const missing = OF_MODE[mode]!.find((name) =>
      [name, OTHER_NAMES[name] ?? name].every((each) => givenTo(props, each) === 'no'),
    );
    if (missing !== undefined) return absent(props, missing, `${missing}, since authModes has ${mode}`);
  }
  return undefined;
});
