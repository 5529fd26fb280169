import type { IConstruct } from 'constructs';
import { compareText } from '../compare';
import { Environment } from '../environment';
import { addRefusal, reject } from '../errors';
import { FunctionChart } from '../function';
import { clusterNamesOf, isInternal } from '../function/routing/hosts';
import { addWarning } from '../warnings';

/** How many hosts a warning names. */
const MAX_SHOWN = 10;

/** Which hosts an edge lets in, and where it sends their requests. */
export interface EdgeHostsProps {
  /**
   * Hosts that lead to the functions, `*.` allowed in front.
   * @default - `*.<domain of the environment>`, and each host of a function that this wildcard does not cover
   */
  readonly hosts?: string[];
  /** Namespace of KEDA. @default - that of the environment, else "keda" */
  readonly kedaNamespace?: string;
}

/** The functions in the cluster of a construct to which an edge may lead. Complete only when the whole tree is there. */
export function functionsNear(scope: IConstruct): FunctionChart[] {
  return FunctionChart.allIn(Environment.scopeOf(scope)).filter(({ publicHosts }) => publicHosts.length > 0);
}

/** The hosts of one edge: those it was given, else those of the functions in its cluster. */
export class EdgeHosts {
  constructor(
    private readonly scope: IConstruct,
    private readonly given?: string[],
  ) {
    const names = clusterNamesOf(scope);
    given?.forEach((host, index) => {
      if (isInternal(host, names)) {
        reject(scope, `hosts[${index}] "${host}" is known within the cluster alone; allowed: public host names`);
      }
    });
    addRefusal(
      scope,
      () =>
        this.list().length === 0 &&
        'no host leads in; allowed: hosts, an Environment around it that has a domain, or a function with hosts',
    );
    addWarning(scope, () => this.unreachable());
  }

  /** Sorted; none is covered by the wildcard of another. Complete only when the whole tree is there. */
  public list(): string[] {
    const hosts = new Set(this.given ?? this.ofFunctions());
    return [...hosts].filter((host) => !isCovered(host, hosts)).sort(compareText);
  }

  private ofFunctions(): string[] {
    const { domain } = Environment.of(this.scope) ?? {};
    return [
      ...(domain && !isInternal(domain, clusterNamesOf(this.scope)) ? [`*.${domain}`] : []),
      ...functionsNear(this.scope).flatMap(({ publicHosts }) => publicHosts),
    ];
  }

  private unreachable(): string[] {
    const hosts = new Set(this.list());
    const shown = [...hosts].slice(0, MAX_SHOWN).join(', ') + (hosts.size > MAX_SHOWN ? ', …' : '');
    return functionsNear(this.scope).flatMap((fn) =>
      fn.publicHosts
        .filter((host) => !hosts.has(host) && !isCovered(host, hosts))
        .map((host) => `host "${host}" of ${fn.node.path} is not among the hosts that lead in: ${shown}`),
    );
  }
}

/**
 * Whether a wildcard among the hosts stands for a host, one label deep: further down an Ingress's wildcard and a
 * certificate's do not reach, although a tunnel's and a Gateway's do.
 */
function isCovered(host: string, hosts: ReadonlySet<string>): boolean {
  const [label, ...parent] = host.split('.');
  return label !== '*' && hosts.has(['*', ...parent].join('.'));
}
