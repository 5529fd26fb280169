import type { ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { Cluster } from '../cluster';
import { DEFAULT_KEDA_NAMESPACE, Environment } from '../environment';
import { check, resolve, text } from '../fields';
import { requireId } from '../ids';
import { namespaceFault } from '../values/names';
import { addHostsPolicy } from './add-on/hosts-policy';
import { HttpAddOnChart } from './add-on/http-add-on-chart';
import { CrdsChart } from './crds';
import { PLATFORM } from './fields';
import { KedaChart } from './keda/keda-chart';
import { PlatformPolicies } from './network/policies';
import { metricsPorts } from './ports/ports';
import type { KedaPlatformProps } from './props';
import { Rbac } from './rights/rbac';
import { Rights } from './rights/rights';
import { setupsOf } from './setups';
import { resolveImages } from './versions';

/** KEDA and its HTTP add-on, once per cluster: three charts, since CRDs outlive what uses them. */
export class KedaPlatform extends Construct {
  public readonly namespaceName: string;
  /** The custom resource definitions. */
  public readonly crds: Chart;
  /** The namespace and KEDA itself. */
  public readonly keda: Chart;
  /** The HTTP add-on. */
  public readonly httpAddOn: Chart;
  /** KEDA's namespace. Undefined with `createNamespace: false`. */
  public readonly namespaceObject?: ApiObject;
  /** Deployment of KEDA's operator. */
  public readonly operator: ApiObject;
  /** Deployment of KEDA's metrics server. */
  public readonly metricsServer: ApiObject;
  /** Deployment of KEDA's admission webhooks. */
  public readonly webhooks: ApiObject;
  /** Deployment of the add-on's operator. */
  public readonly addOnOperator: ApiObject;
  /** Deployment of the proxy that holds requests. */
  public readonly interceptor: ApiObject;
  /** Deployment of what tells KEDA of held requests. */
  public readonly scaler: ApiObject;

  constructor(scope: Construct, id: string, props: KedaPlatformProps = {}) {
    super(scope, requireId(scope, id));
    const settings = resolve(this, PLATFORM, props);
    const { createNamespace } = settings;
    this.namespaceName = settings.namespace ?? Environment.of(this)?.kedaNamespace ?? DEFAULT_KEDA_NAMESPACE;
    const fault = (name: string) => namespaceFault(name, createNamespace);
    check(this, 'namespace', text({ fault }), this.namespaceName);
    const { namespaceName: namespace } = this;
    const rights = settings.rbac === Rbac.UPSTREAM ? undefined : new Rights(this, namespace, settings.serves);
    const cluster = Cluster.at(Environment.scopeOf(this));
    cluster.addPlatform({
      construct: this,
      namespace,
      metricsPorts: metricsPorts(settings),
      readsConfigMaps: settings.interceptor?.readConfigMaps ?? false,
      serves: (name) => !rights || settings.rbac === Rbac.BOTH || rights.covers(name),
    });
    Environment.kedaNamespaceOf(this);
    const { openTelemetry, podSecurity } = settings;
    const setups = setupsOf(settings, {
      namespace,
      images: resolveImages(settings.images),
      openTelemetry,
      rights: settings.rbac === Rbac.BOTH ? undefined : rights,
    });
    this.crds = new CrdsChart(this, 'crds');
    const keda = new KedaChart(this, 'keda', { ...setups, createNamespace, podSecurity });
    const addOn = new HttpAddOnChart(this, 'http-add-on', setups);
    if (Environment.policyOf(this).requireAllowedHosts) addHostsPolicy(addOn, Environment.clusterDomainOf(this));
    rights?.grantWith(keda);
    if (settings.networkPolicy) new PlatformPolicies(keda, 'network', { settings, namespace, cluster });
    this.keda = keda;
    this.httpAddOn = addOn;
    this.namespaceObject = keda.namespaceObject;
    this.operator = keda.operator;
    this.metricsServer = keda.metricsServer;
    this.webhooks = keda.webhooks;
    this.addOnOperator = addOn.operator;
    this.interceptor = addOn.interceptor;
    this.scaler = addOn.scaler;
  }
}
