import { ApiObject, Chart, Lazy } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { beforeRender } from '../../before-render';
import { Cluster } from '../../cluster';
import { Environment } from '../../environment';
import { addObject } from '../../object/object';
import { ADD_ON_OPERATOR, OPERATOR } from '../components';
import type { Labels } from '../labels';
import { bindInNamespace } from '../rbac';
import { addOnRules } from './add-on-rules';
import { ClusterNeeds } from './needs';
import { namespaceRules } from './operator-rules';
import type { ServedNamespace } from './props';

/** What the declared functions, jobs and authentications make KEDA need. Known only when the whole tree is there. */
export class Rights {
  private known?: ClusterNeeds;
  /** What was granted in each namespace, and where. */
  private readonly granted = new Map<string, string>();

  constructor(
    private readonly platform: Construct,
    private readonly namespace: string,
    private readonly served: readonly ServedNamespace[] = [],
  ) {}

  /** Something that follows from them, once they are known. */
  public lazily<T>(produce: (needs: ClusterNeeds) => T): T {
    return Lazy.any({ produce: () => produce(this.needs) }) as T;
  }

  /** Whether something is declared in a namespace, so that what it needs is granted there. */
  public covers(namespace: string): boolean {
    return this.needs.namespaces.has(namespace);
  }

  /** Roles beside each namespace, where that is made here; else in a chart of the platform. */
  public grantWith(chart: Chart): void {
    const cluster = Cluster.at(Environment.scopeOf(this.platform));
    cluster.grantRights = () => this.grantAll(chart, cluster);
    beforeRender(this.platform, () => {
      cluster.grantRights();
      // a tree may be rendered again, with more in it
      this.grantWith(chart);
    });
  }

  private grantAll(chart: Chart, { alike }: Cluster): void {
    const known = this.find();
    const homes = this.homes();
    const filled = new Set(alike.flatMap(({ namespace, isFilled }) => (isFilled ? [namespace] : [])));
    for (const [namespace, needs] of known.namespaces) {
      if (filled.has(namespace)) continue;
      const home = homes.get(namespace) ?? chart;
      const id = `rights-${namespace}`;
      const operator = namespaceRules(known, needs);
      const addOn = addOnRules(needs);
      // what is the same as before stays: it may have been patched since
      const grant = JSON.stringify([home.node.path, operator, addOn]);
      if (this.granted.get(namespace) === grant) continue;
      this.granted.set(namespace, grant);
      home.node.tryRemoveChild(id);
      const roles = new Construct(home, id);
      this.grant(roles, namespace, OPERATOR, operator);
      this.grant(roles, namespace, ADD_ON_OPERATOR, addOn);
    }
    this.known = known;
  }

  private get needs(): ClusterNeeds {
    return this.known ?? this.find();
  }

  private find(): ClusterNeeds {
    return new ClusterNeeds(Environment.scopeOf(this.platform), this.namespace, this.served);
  }

  /** The charts that make a namespace, by its name. */
  private homes(): Map<string, Chart> {
    const objects = Environment.scopeOf(this.platform).node.findAll().filter(ApiObject.isApiObject);
    const namespaces = objects.filter(({ kind }) => kind === 'Namespace');
    return new Map(namespaces.map((object) => [object.name, Chart.of(object)]));
  }

  private grant(
    scope: Construct,
    namespace: string,
    { serviceAccount: name, labels }: { readonly serviceAccount: string; readonly labels: Labels },
    rules: k8s.PolicyRule[],
  ): void {
    if (rules.length === 0) return;
    addObject(k8s.KubeRole, scope, `role-${name}`, { metadata: { name, namespace, labels }, rules });
    const account = { name, namespace: this.namespace };
    bindInNamespace(scope, `binding-${name}`, namespace, { name, labels, role: name, account });
  }
}
