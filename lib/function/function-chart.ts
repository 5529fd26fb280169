import { type ApiObject, Chart, Duration } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import { Cluster } from '../cluster';
import { compareText } from '../compare';
import { Environment } from '../environment';
import { addRefusal } from '../errors';
import { describe, resolve, throwIfAny } from '../fields';
import { requireId } from '../ids';
import { addWarning } from '../warnings';
import { addDisruptionBudget } from '../workload/deployment';
import { metadataBeside } from '../workload/metadata';
import { addColdStart } from './cold-start/cold-start';
import { unmet } from './cold-start/needs';
import type { ColdStart } from './cold-start/props';
import { sleepersNear } from './cold-start/sleepers';
import { addConfigMaps, unusedConfigMaps } from './config-maps/config-maps';
import { addDeployment, addService } from './deployment';
import { FUNCTION } from './fields';
import { FunctionDefaults } from './function-defaults';
import { addServiceAccount } from './identity/identity';
import { claimSelector } from './metadata/claims';
import { problemsOfNames } from './metadata/names';
import { addFallbackPolicy, addFunctionPolicy } from './network/policy';
import type { Protocol } from './network/protocol';
import { refusals } from './policy';
import { probeWarnings } from './probes/warnings';
import { namespaceNear, refuseMisfits, withoutProject } from './project/projects';
import type { FunctionChartProps } from './props';
import { Aliases } from './routing/aliases';
import type { HostClaim } from './routing/host-claims';
import { clusterNamesOf, isInternalOf, type Place, placeOf, requireHosts } from './routing/hosts';
import type { HeaderMatch } from './routing/props';
import { routeKeys } from './routing/route-key';
import { RouteTable } from './routing/route-table';
import type { Runtime } from './runtime/runtime';
import { scalingWarnings } from './scaling/advanced/warnings';
import { Scaler } from './scaling/props';
import { FunctionScaler, scalesByConcurrency } from './scaling/scaler';
import { scalingOf, timeToZero } from './scaling/scaling';
import { addCalls } from './schedule/calls';
import { problemsOfCalls } from './schedule/names';
import { addTargetPolicy, claimTarget, type Scaled, scaledOf, targetWarnings } from './target/target';

// cdk8s makes `instanceof` true for every chart
const FUNCTION_CHARTS = new WeakSet<IConstruct>();

/** One function: a Deployment that KEDA scales, its Service, and its scaler. */
export class FunctionChart extends Chart {
  /** The functions below a scope, by path. */
  public static allIn(scope: IConstruct): FunctionChart[] {
    return scope.node
      .findAll()
      .filter((construct): construct is FunctionChart => FUNCTION_CHARTS.has(construct))
      .sort((a, b) => compareText(a.node.path, b.node.path));
  }

  public readonly functionName: string;
  /** Project that it belongs to. */
  public readonly projectName: string;
  /** Name of its Deployment, its Service and most else that is its own. */
  public readonly objectName: string;
  public readonly namespaceName: string;
  public readonly runtime: Runtime;
  /** What the process speaks. */
  public readonly protocol: Protocol;
  /** Longest time to the response's header. */
  public readonly timeout: Duration;
  /** Longest time that a request waits for a pod. */
  public readonly readinessTimeout: Duration;
  /** Longest time from a request to the end of its response; undefined without such a limit. */
  public readonly requestTimeout?: Duration;
  /** Time without anything to do after which no pod is left; undefined when some always stay. */
  public readonly scalesToZeroAfter?: Duration;
  /** The Deployment; what `ApiObject.of` gives for the chart. Undefined of a workload that is made elsewhere. */
  public readonly deployment?: ApiObject;
  /** What KEDA scales: the Deployment, or a workload that is made elsewhere. */
  public readonly scaled: Scaled;
  /** Undefined with `http: false`, unless it has `ports`, and of a workload that is made elsewhere. */
  public readonly service?: ApiObject;
  /** What it has beside those of its project. Undefined without `ports`, `egress`, `egressTo`, `ingressFrom` and a token. */
  public readonly networkPolicy?: ApiObject;
  /** Undefined without `serviceAccount`. */
  public readonly serviceAccount?: ApiObject;
  /** Those of `configMaps`, by name. */
  public readonly configMaps: ApiObject[];
  /** Undefined with `minReplicas` below 2. */
  public readonly disruptionBudget?: ApiObject;
  /**
   * What the interceptor routes by: an InterceptorRoute, or with `Scaler.HTTP_SCALED_OBJECT` the HTTPScaledObject. Undefined
   * with `http: false`.
   */
  public readonly route?: ApiObject;
  /** Holds the request rate beside an InterceptorRoute; with `Scaler.HTTP_SCALED_OBJECT` hosts and scaling too. */
  public readonly httpScaledObject?: ApiObject;
  /** Undefined with `Scaler.HTTP_SCALED_OBJECT`: the add-on's operator makes it, in the cluster. */
  public readonly scaledObject?: ApiObject;
  /** The CronJobs of `schedules`, by name. */
  public readonly calls: ApiObject[];
  private readonly place: Place;
  private readonly routedHosts: readonly string[];
  private readonly routedPaths: readonly string[];
  private readonly routedHeaders: readonly HeaderMatch[];

  constructor(scope: Construct, id: string, own: FunctionChartProps) {
    super(scope, requireId(scope, id), { disableResourceNameHashes: true });
    FUNCTION_CHARTS.add(this);
    const props = FunctionDefaults._under(this, own);
    const settings = resolve(this, FUNCTION, { ...props, name: props.name ?? id });
    throwIfAny(this, refusals(FUNCTION, settings, Environment.policyOf(this)));
    this.functionName = props.name ?? id;
    this.runtime = settings.runtime;
    this.protocol = settings.protocol;
    const { project, functionId } = settings;
    this.projectName = project;
    const naming = Environment.namingOf(this);
    const names = { project, name: this.functionName, id: functionId };
    throwIfAny(this, [...problemsOfNames(naming, names, settings), ...problemsOfCalls(naming, names, settings)]);
    this.objectName = naming.objectOf(names);
    this.namespaceName = namespaceNear(this, project);
    this.timeout = settings.timeout;
    this.readinessTimeout = settings.readinessTimeout;
    this.requestTimeout = settings.requestTimeout;
    const environment = { ...clusterNamesOf(this), domain: Environment.of(this)?.domain };
    this.place = placeOf(names, { ...settings, namespace: this.namespaceName }, environment);
    this.routedHosts = settings.http ? requireHosts(this, settings.hosts, this.place) : [];
    this.routedPaths = settings.pathPrefixes ?? [];
    this.routedHeaders = settings.headers ?? [];
    const scaling = scalingOf(settings);
    const byConcurrency = scalesByConcurrency(props);
    const byRequestRate = settings.http && (settings.scaler === Scaler.INTERCEPTOR_ROUTE || !byConcurrency);
    this.scalesToZeroAfter = timeToZero(scaling, byRequestRate);
    if (this.scalesToZeroAfter) sleepersNear(this, this.namespaceName).add(this.objectName);

    const selector = naming.selectorOf(names);
    const labels = naming.labelsOf(names);
    const metadata = { name: this.objectName, namespace: this.namespaceName, ...metadataBeside(settings, labels) };
    const { target } = settings;
    this.scaled = scaledOf(target, this.objectName);
    claimTarget(this, this.namespaceName, this.scaled, target !== undefined);
    const kedaNamespace = Environment.kedaNamespaceOf(this, settings.kedaNamespace);
    this.configMaps = addConfigMaps(this, metadata, settings);
    if (target) {
      this.networkPolicy = addTargetPolicy(this, metadata, target, { project, kedaNamespace });
      const place = { project, namespace: this.namespaceName };
      addWarning(this, () => targetWarnings(this, target, this.scaled, place));
    } else {
      const owner = { construct: this, object: this.objectName };
      claimSelector(owner, this.namespaceName, naming.selectorOf({ ...names, id: undefined }));
      const { functionName } = this;
      this.deployment = addDeployment(this, { functionName, metadata, labels, selector, settings });
      this.node.defaultChild = this.deployment;
      this.service = addService(this, { functionName, metadata, labels, selector, settings });
      this.serviceAccount = addServiceAccount(this, metadata, settings);
      // a single pod would never leave its node
      if (settings.minReplicas >= 2)
        this.disruptionBudget = addDisruptionBudget(this, metadata, { matchLabels: selector });
      this.networkPolicy = addFunctionPolicy(this, metadata, selector, settings, kedaNamespace);
      addWarning(this, () => probeWarnings(settings));
    }
    addFallbackPolicy(this, metadata, settings, kedaNamespace);
    new Aliases(this, 'aliases', { hosts: this.routedHosts, place: this.place, kedaNamespace, metadata });
    const objects = new FunctionScaler(this, 'scaler', {
      metadata,
      kedaNamespace,
      hosts: this.hosts,
      coldStart: addColdStart(this, metadata, settings),
      scaling,
      scaled: this.scaled,
      settings,
      byConcurrency,
    });
    this.route = objects.route;
    this.httpScaledObject = objects.httpScaledObject;
    this.scaledObject = objects.scaledObject;
    if (target) this.node.defaultChild = this.scaledObject ?? this.httpScaledObject;
    this.calls = addCalls(this, {
      metadata,
      kedaNamespace,
      host: this.hosts.find((host) => !host.startsWith('*'))!,
      longestWait: this.longestWait,
      settings,
    });
    addWarning(this, () => scalingWarnings(settings));
    addWarning(this, () => unusedConfigMaps(settings));
    addWarning(this, () => withoutProject(this, project, this.namespaceName));
    refuseMisfits(this, project, settings);
    if (settings.coldStart) addRefusal(this, () => this.missing(settings.coldStart));
    // no host would be every host
    if (settings.http)
      RouteTable.of(this).claim(
        this,
        this.hosts.map((host) => this.claimOf(host)),
      );
  }

  /** Hosts that lead to the function. */
  public get hosts(): string[] {
    return [...this.routedHosts];
  }

  /** Longest time from a request to the response's header, the wait for a pod included. */
  public get longestWait(): Duration {
    const { readinessTimeout, timeout, requestTimeout } = this;
    const wait = readinessTimeout.toMilliseconds() + timeout.toMilliseconds();
    return Duration.millis(Math.min(wait, requestTimeout?.toMilliseconds() ?? wait));
  }

  /** Those of the hosts to which an edge may lead. */
  public get publicHosts(): string[] {
    return this.routedHosts.filter((host) => !isInternalOf(this.place, host));
  }

  /** Path prefixes that lead to the function; none stands for every path. */
  public get pathPrefixes(): string[] {
    return [...this.routedPaths];
  }

  /** Headers that a request to the function has to have. */
  public get headers(): HeaderMatch[] {
    return [...this.routedHeaders];
  }

  private claimOf(host: string): HostClaim {
    const { projectName: project, namespaceName: namespace, functionName: name } = this;
    const routes = routeKeys([host], this.pathPrefixes, this.headers);
    return { host, project, namespace, name, owner: this.node.path, routes };
  }

  private missing(coldStart?: ColdStart): string[] {
    const { readsConfigMaps } = Cluster.at(Environment.scopeOf(this));
    const sleeping = sleepersNear(this, this.namespaceName);
    return unmet(coldStart, { readsConfigMaps, sleeping }).map((problem) => describe(problem));
  }
}
