import type { ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { Cluster } from '../cluster';
import { DEFAULT_KEDA_NAMESPACE, Environment } from '../environment';
import { check, resolve, text } from '../fields';
import { requireId } from '../ids';
import { namespaceFault } from '../values/names';
import { HttpAddOnChart } from './add-on/http-add-on-chart';
import type { ComponentProps, InterceptorProps, ScalerProps } from './component';
import { CrdsChart } from './crds';
import { PLATFORM } from './fields';
import { KedaChart } from './keda/keda-chart';
import type { Sizing } from './sizing';
import { type PlatformImagesProps, resolveImages } from './versions';

export interface KedaPlatformProps {
  /** Resources, replicas and intervals of all components. @default Sizing.STANDARD */
  readonly sizing?: Sizing;
  /** Registry and digests of the images. @default - the tags of "ghcr.io/kedacore" */
  readonly images?: PlatformImagesProps;
  /** Namespace of KEDA and its HTTP add-on. @default - that of the environment, else "keda" */
  readonly namespace?: string;
  /**
   * Whether the namespace is made here, with the labels of the `restricted` standard; else it has to exist, and stays as
   * it is. Namespaces that every cluster has, such as kube-system, need `false`.
   * @default true
   */
  readonly createNamespace?: boolean;
  /** KEDA's operator, which scales from and to zero. @default - as the sizing says */
  readonly operator?: ComponentProps;
  /** KEDA's metrics server, from which the HPA scales beyond one. @default - as the sizing says */
  readonly metricsServer?: ComponentProps;
  /** KEDA's admission webhooks, which refuse wrong ScaledObjects. @default - as the sizing says */
  readonly webhooks?: ComponentProps;
  /** The add-on's operator, which serves HTTPScaledObjects. @default - as the sizing says */
  readonly addOnOperator?: ComponentProps;
  /** The proxy that holds requests until a function runs. @default - as the sizing says */
  readonly interceptor?: InterceptorProps;
  /** What tells KEDA of held requests. @default - as the sizing says */
  readonly scaler?: ScalerProps;
}

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
    Cluster.at(Environment.scopeOf(this)).addPlatform(this, this.namespaceName);
    Environment.kedaNamespaceOf(this);
    const shared = {
      namespace: this.namespaceName,
      images: resolveImages(settings.images),
      sizing: settings.sizing,
    };
    this.crds = new CrdsChart(this, 'crds');
    const keda = new KedaChart(this, 'keda', {
      ...shared,
      createNamespace,
      operator: settings.operator,
      metricsServer: settings.metricsServer,
      webhooks: settings.webhooks,
    });
    const addOn = new HttpAddOnChart(this, 'http-add-on', {
      ...shared,
      operator: settings.addOnOperator,
      interceptor: settings.interceptor,
      scaler: settings.scaler,
    });
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
