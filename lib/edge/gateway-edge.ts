import { type ApiObject, Chart, type Duration, Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import {
  HttpRouteSpecRulesFiltersType as Filter,
  HttpRoute,
  ReferenceGrantV1Beta1,
} from '../../imports/gateway.networking.k8s.io';
import { Environment } from '../environment';
import { addRefusal } from '../errors';
import { resolve } from '../fields';
import type { FunctionChart } from '../function';
import { addObject } from '../object/object';
import { INTERCEPTOR, INTERCEPTOR_PROXY } from '../platform/components';
import { formatDuration } from '../values/duration';
import { addWarning } from '../warnings';
import { addController } from './controller';
import { GATEWAY } from './fields';
import { missingVersions, splitRules } from './gateway-split';
import { warnOfGrpc } from './grpc';
import { EdgeHosts, functionsNear } from './hosts';
import type { GatewayEdgeProps, GatewaySplit } from './props';

/** The most hosts of an HTTPRoute. */
const MAX_HOSTS = 16;

/** The interceptor hands on to a function what a client says that its host is, beside the host that the request went by. */
const ONE_HOST = { type: Filter.REQUEST_HEADER_MODIFIER, requestHeaderModifier: { remove: ['X-Forwarded-Host'] } };

/** Leads requests from a Gateway that exists to the interceptor. */
export class GatewayEdge extends Chart {
  /** The HTTPRoute; what `ApiObject.of` gives for the chart. */
  public readonly route: ApiObject;
  /** The HTTPRoutes of `splits`, in their order. */
  public readonly splitRoutes: ApiObject[];
  private readonly edgeHosts: EdgeHosts;

  constructor(scope: Construct, id: string, props: GatewayEdgeProps) {
    super(scope, id, { disableResourceNameHashes: true });
    const { name, parentRefs, ...settings } = resolve(this, GATEWAY, props);
    this.edgeHosts = new EdgeHosts(this, settings.hosts);
    addController(this, settings);
    const kedaNamespace = Environment.kedaNamespaceOf(this, settings.kedaNamespace);
    const namespace = settings.namespace ?? kedaNamespace;
    const { splits = [] } = settings;
    const elsewhere = namespace !== kedaNamespace;
    const given = settings.requestTimeout?.toSeconds();
    addRefusal(this, () => tooMany(this.hosts));
    addWarning(this, () => this.cutOff(given));
    warnOfGrpc(this, 'a Gateway speaks HTTP/1.1 to the interceptor, whose Service has no appProtocol');
    addWarning(this, () =>
      splits
        .filter((each) => this.at(each).length === 0)
        .map(({ host }) => `splits has the host "${host}", which no function here has`),
    );
    const backend = {
      name: INTERCEPTOR_PROXY,
      port: INTERCEPTOR.ports.proxy,
      ...(elsewhere && { namespace: kedaNamespace }),
    };
    const request = () => `${given ?? Math.max(0, ...functionsNear(this).map(longest))}s`;
    const common = { filters: [ONE_HOST], timeouts: Lazy.any({ produce: () => ({ request: request() }) }) };
    const split = splits.map(({ host }) => host);
    const unsplit = () => this.hosts.filter((host) => !split.includes(host));
    addRefusal(this, () => [
      splits.length > 0 &&
        unsplit().length === 0 &&
        'splits has every host that leads in; allowed: one host beside them, such as a wildcard',
      splits.map((each) => this.missing(each)),
    ]);
    this.route = addObject(HttpRoute, this, 'route', {
      metadata: { name, namespace },
      spec: {
        // of two routes with one host the older one would get its requests
        hostnames: Lazy.any({ produce: unsplit }),
        parentRefs,
        rules: [{ backendRefs: [backend], ...common }],
      },
    });
    this.splitRoutes = splits.map((each) =>
      addObject(HttpRoute, this, `split-${each.host}`, {
        metadata: { name: `${name}-${each.host}`, namespace },
        spec: {
          hostnames: [each.host],
          parentRefs,
          rules: splitRules(each, backend).map((rule) => ({ ...rule, ...common })),
        },
      }),
    );
    this.node.defaultChild = this.route;
    if (elsewhere) {
      // v1beta1 is what every release of the Gateway API serves
      addObject(ReferenceGrantV1Beta1, this, 'grant', {
        metadata: { name, namespace: kedaNamespace },
        spec: {
          from: [{ group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', namespace }],
          to: [{ group: '', kind: 'Service', name: INTERCEPTOR_PROXY }],
        },
      });
    }
  }

  /** Hosts that lead in, sorted. Complete only when the whole tree is there. */
  public get hosts(): string[] {
    return this.edgeHosts.list();
  }

  private missing(split: GatewaySplit): string[] {
    const there = this.at(split);
    return there.length === 0
      ? []
      : missingVersions(split, there).map(
          (version) => `splits leads to no function with the ${version}; allowed: versions that there are`,
        );
  }

  /** The functions of its host; none where another app makes them. */
  private at({ host }: GatewaySplit): FunctionChart[] {
    return functionsNear(this).filter(({ hosts }) => hosts.includes(host));
  }

  private cutOff(limit = 0): string[] {
    return functionsNear(this)
      .filter((fn) => limit > 0 && longest(fn) > limit)
      .map(
        (fn) =>
          `${fn.node.path}: readinessTimeout ${formatDuration(fn.readinessTimeout)} and timeout ${formatDuration(fn.timeout)} together are above requestTimeout ${limit}s`,
      );
  }
}

function tooMany({ length }: string[]): string | undefined {
  return length > MAX_HOSTS
    ? `${length} hosts are too many for an HTTPRoute; allowed: at most ${MAX_HOSTS}, such as wildcards in hosts`
    : undefined;
}

/** Whole seconds until the response's header, at most. */
function longest({ longestWait }: { longestWait: Duration }): number {
  return Math.ceil(longestWait.toMilliseconds() / 1000);
}
