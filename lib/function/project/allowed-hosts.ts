import type { Construct, IConstruct } from 'constructs';
import { compareText } from '../../compare';
import { Environment } from '../../environment';
import { ALLOWED_HOSTS } from '../../policy/allowed-hosts';
import { addWarning } from '../../warnings';
import { FunctionChart } from '../function-chart';
import { type NearProject, projectsNear } from './projects';

// biome-ignore lint/suspicious/noExplicitAny: a rendered object
type Annotated = any;

/** Says in the Namespace which hosts its routes may have, where its project or the environment speaks of that. */
export function annotateHosts(scope: Construct, namespace: string): (manifest: Annotated) => void {
  return ({ metadata }) => {
    if (!isAsked(scope) && !projectsIn(scope, namespace).some(({ allowedHosts }) => allowedHosts)) return;
    metadata.annotations = { ...metadata.annotations, [ALLOWED_HOSTS]: hostsOf(scope, namespace) };
  };
}

/** Warns that a Namespace which is not made here has to say so by hand. */
export function warnOfHosts(scope: Construct, namespace: string): void {
  addWarning(scope, () => {
    const hosts = isAsked(scope) && hostsOf(scope, namespace);
    return (
      hosts && `the namespace ${namespace} is not made here, and needs the annotation ${ALLOWED_HOSTS}: "${hosts}"`
    );
  });
}

function isAsked(scope: IConstruct): boolean {
  return Environment.policyOf(scope).requireAllowedHosts;
}

function projectsIn(scope: IConstruct, namespace: string): NearProject[] {
  return [...projectsNear(scope).values()].filter((project) => project.namespace === namespace);
}

/** Those of its functions, and what its projects may have. */
function hostsOf(scope: IConstruct, namespace: string): string {
  const functions = FunctionChart.allIn(Environment.scopeOf(scope)).filter((fn) => fn.namespaceName === namespace);
  const hosts = [
    ...functions.flatMap((fn) => fn.publicHosts),
    ...projectsIn(scope, namespace).flatMap(({ allowedHosts = [] }) => allowedHosts),
  ];
  return [...new Set(hosts)].sort(compareText).join(',');
}
