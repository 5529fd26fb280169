import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { addObject, type Kind } from '../../object/object';
import { ALLOWED_HOSTS } from '../../policy/allowed-hosts';
import { addOnLabels } from '../labels';

const NAME = 'cdk8s-keda-functions-allowed-hosts';

/** cdk8s-plus-28 types Kubernetes 1.28, where the kinds were the same and their version was not. */
function stable<K extends Kind>(beta: K): K {
  const apiVersion = 'admissionregistration.k8s.io/v1';
  const manifest = (props: unknown) => ({ ...beta.manifest(props), apiVersion });
  return { GVK: { ...beta.GVK, apiVersion }, manifest } as unknown as K;
}

/** `a.test`, `*.a.test`; no port, which the interceptor cuts off, and no `*`, which is every host. */
const HOST = "'^([*][.])?[a-z0-9]([-a-z0-9]*[a-z0-9])?([.][a-z0-9]([-a-z0-9]*[a-z0-9])?)*$'";

const VARIABLES = {
  annotations: 'has(namespaceObject.metadata.annotations) ? namespaceObject.metadata.annotations : {}',
  allowed: `'${ALLOWED_HOSTS}' in variables.annotations ? variables.annotations['${ALLOWED_HOSTS}'].split(',') : []`,
  // what the interceptor takes for every host is an empty list here
  rules:
    "object.kind == 'InterceptorRoute'" +
    ' ? (has(object.spec.rules) ? object.spec.rules.map(rule, has(rule.hosts) ? rule.hosts : []) : [])' +
    ' : [has(object.spec.hosts) ? object.spec.hosts : []]',
  refused: `variables.rules.map(hosts, hosts.filter(host, !host.matches(${HOST}) || !(
  (host.contains('.') && host.substring(host.indexOf('.') + 1) in variables.own) ||
  variables.allowed.exists(each, host == each || (each.startsWith('*.') && host.endsWith(each.substring(1))))
))).filter(hosts, size(hosts) > 0)`,
};

/**
 * Refuses routes, whoever makes them, with hosts that their namespace may not have: the interceptor knows no owners, and of two equal
 * routes takes the older one.
 */
export function addHostsPolicy(scope: Construct, clusterDomain: string): void {
  const metadata = { name: NAME, labels: addOnLabels('allowed-hosts') };
  const own = ['', '.svc', `.svc.${clusterDomain}`].map((suffix) => `request.namespace + '${suffix}'`);
  const { annotations, allowed, rules, refused } = VARIABLES;
  const variables = { annotations, allowed, own: `[${own.join(', ')}]`, rules, refused };
  addObject(stable(k8s.KubeValidatingAdmissionPolicyV1Beta1), scope, 'hosts-policy', {
    metadata,
    spec: {
      failurePolicy: 'Fail',
      matchConstraints: {
        resourceRules: [
          {
            apiGroups: ['http.keda.sh'],
            apiVersions: ['*'],
            operations: ['CREATE', 'UPDATE'],
            resources: ['interceptorroutes', 'httpscaledobjects'],
          },
        ],
      },
      // the add-on's operator takes finalizers off what was there before the policy
      matchConditions: [{ name: 'spec-changes', expression: 'oldObject == null || object.spec != oldObject.spec' }],
      variables: Object.entries(variables).map(([name, expression]) => ({ name, expression })),
      validations: [
        {
          expression: 'variables.rules.all(hosts, size(hosts) > 0)',
          message: 'a rule without hosts takes the requests of every host; allowed: at least one host',
        },
        {
          expression: 'size(variables.refused) == 0',
          messageExpression:
            "'host \"' + variables.refused[0][0] + '\" is not one that the namespace ' + request.namespace + ' may have; allowed: '" +
            ` + (variables.allowed + ['*.' + request.namespace + '.svc']).join(', ')`,
        },
      ],
    },
  });
  addObject(stable(k8s.KubeValidatingAdmissionPolicyBindingV1Beta1), scope, 'hosts-policy-binding', {
    metadata,
    spec: { policyName: NAME, validationActions: ['Deny'] },
  });
}
