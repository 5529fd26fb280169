import { INTERCEPTOR } from '../../../lib/platform/components';
import type { Role } from '../model/kinds';
import { type FunctionCheck, Symptom } from './check';

/** The interceptor may read the ConfigMap from which it answers while no pod is ready. */
export const placeholder: FunctionCheck = {
  name: 'placeholder',
  finds: 'a placeholder from a ConfigMap that the interceptor may not read',
  symptom: Symptom.NO_ANSWER,
  remedy: 'set `interceptor.readConfigMaps` of the platform',
  needs: ['InterceptorRoute', 'ClusterRole'],
  run: ({ namespace, name }, { live }) => {
    const route = live.find('InterceptorRoute', namespace, name);
    const configMap = route?.spec.coldStart?.placeholder?.response?.bodyFromConfigMap?.name;
    const role = live.find('ClusterRole', undefined, INTERCEPTOR.name);
    if (configMap === undefined || !role || readsConfigMaps(role)) return undefined;
    return {
      cause: 'while no pod is ready, each request hangs: the interceptor may not read the ConfigMap of its placeholder',
      evidence: [
        `InterceptorRoute ${namespace}/${name} names the ConfigMap ${configMap}`,
        `ClusterRole ${INTERCEPTOR.name} has no right to watch configmaps`,
      ],
      fix: 'set platform.interceptor.readConfigMaps of the environment, then: npm run synth',
    };
  },
};

function readsConfigMaps({ rules }: Role): boolean {
  const has = (list: string[] = [], wanted: string) => list.includes(wanted) || list.includes('*');
  return (rules ?? []).some(
    ({ apiGroups, resources, verbs }) => has(apiGroups, '') && has(resources, 'configmaps') && has(verbs, 'watch'),
  );
}
