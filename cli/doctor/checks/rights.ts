import { OPERATOR } from '../../../lib/platform/components';
import { targetOf } from '../../../lib/platform/rights/targets';
import { command } from '../../shell';
import { shorten } from '../../shorten';
import { fault } from '../model/fault';
import { reapply } from '../model/fix';
import type { Kind, RoleBinding } from '../model/kinds';
import { type Account, grants, rightsIn, rightText, rightToScale, rulesOf, rulesOfBinding } from '../model/rights';
import type { Snapshot } from '../model/snapshot';
import { type ClusterCheck, type Observation, Symptom } from './check';

const KINDS: Kind[] = ['Role', 'RoleBinding', 'ClusterRole', 'ClusterRoleBinding'];

/** The components may do what `dist` grants them, whatever grants it. */
export const rights: ClusterCheck = {
  name: 'rights',
  finds:
    'a right of a component that `dist` grants and the cluster does not: a Role, ClusterRole or binding that is missing, or less',
  symptom: Symptom.NO_POD,
  remedy: 'apply its file',
  needs: KINDS,
  run: (snapshot) => {
    const { objects } = snapshot.desired;
    return [...objects.all('ClusterRoleBinding'), ...objects.all('RoleBinding')].map((binding) =>
      lacking(binding, snapshot),
    );
  },
};

function lacking(binding: RoleBinding, snapshot: Snapshot): Observation | undefined {
  const { desired, live } = snapshot;
  const account = binding.subjects?.find(({ kind }) => kind === 'ServiceAccount') as Account | undefined;
  if (!account) return undefined;
  const { namespace, name } = binding.metadata;
  const has = rulesOf(live, account, namespace);
  const missing = rulesOfBinding(desired.objects, binding)
    .flatMap((rule) => rightsIn(rule, namespace))
    .filter((right) => !grants(has, right));
  const kind: Kind = namespace === undefined ? 'ClusterRoleBinding' : 'RoleBinding';
  // of a role that the cluster brings it is not known what it grants
  const isLost = !live.find(kind, namespace, name) && rulesOfBinding(desired.objects, binding).length === 0;
  if (missing.length === 0 && !isLost) return undefined;
  const roleKind = binding.roleRef.kind as 'Role' | 'ClusterRole';
  const [lost, place, called] = live.find(kind, namespace, name)
    ? ([roleKind, roleKind === 'Role' ? namespace : undefined, binding.roleRef.name] as const)
    : ([kind, namespace, name] as const);
  return {
    subject: `ServiceAccount ${account.namespace}/${account.name}`,
    cause: missing[0]
      ? `it may not ${rightText(missing[0])}${missing.length > 1 ? `, and ${missing.length - 1} more` : ''}`
      : `it is not bound to ${roleKind} ${binding.roleRef.name}`,
    evidence: [
      `${lost} ${place ? `${place}/` : ''}${called} ${live.find(lost, place, called) ? 'is less than dist declares' : 'is not in the cluster'}`,
      ...shorten(missing.slice(1).map(rightText), 3),
    ],
    fix: reapply(snapshot, lost, place, called),
    is: [fault('rights', namespace), fault('object', lost, place, called)],
    follows: namespace ? [fault('namespace', namespace)] : [],
  };
}

/** KEDA may scale whatever a ScaledObject of the cluster is about, also one that others made. */
export const targetRights: ClusterCheck = {
  name: 'target-rights',
  finds: "a ScaledObject, also of other apps, whose target KEDA's operator may not scale",
  symptom: Symptom.NO_POD,
  remedy: 'name its namespace in `platform.serves`, or set `platform.rbac: upstream`',
  needs: [...KINDS, 'ScaledObject', 'Deployment'],
  run: (snapshot) => {
    const { desired, live } = snapshot;
    const operator = desired.component(OPERATOR.role);
    if (!operator) return undefined;
    const deployment = live.find('Deployment', operator.namespace, operator.name) ?? operator.deployment;
    const account = {
      name: deployment.spec.template.spec.serviceAccountName ?? 'default',
      namespace: operator.namespace,
    };
    return live.all('ScaledObject').map((object): Observation | undefined => {
      const { name, namespace = 'default' } = object.metadata;
      const target = targetOf({ kind: 'ScaledObject', spec: object.spec })!;
      const right = rightToScale(target, namespace);
      if (grants(rulesOf(live, account, namespace), right)) return undefined;
      const isOurs = (['ScaledObject', 'HTTPScaledObject'] as const).some((kind) =>
        desired.fileOf(kind, namespace, name),
      );
      return {
        severity: isOurs ? 'error' : 'warning',
        subject: `ScaledObject ${namespace}/${name}`,
        cause: `KEDA may not ${rightText(right)}: its ${target.kind} ${target.name} stays as it is`,
        evidence: [`no role of ServiceAccount ${account.namespace}/${account.name} grants it`],
        fix:
          isOurs && desired.ownsPlatform
            ? command`kubectl get rolebindings -n ${namespace}`
            : `name ${namespace} in platform.serves of ${desired.ownsPlatform ? `environments/${desired.environment}.yaml` : 'the environment that brings KEDA'}, then: npm run synth`,
        is: [fault('scaling', namespace, name)],
        follows: [fault('rights', namespace), fault('rights', undefined)],
      };
    });
  },
};
