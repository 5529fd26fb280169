import type { HttpRouteSpecRules, HttpRouteSpecRulesBackendRefs } from '../../imports/gateway.networking.k8s.io';
import {
  HttpRouteSpecRulesBackendRefsFiltersType as BackendFilter,
  HttpRouteSpecRulesMatchesHeadersType as HeaderMatchType,
} from '../../imports/gateway.networking.k8s.io';
import type { FunctionChart, HeaderMatch } from '../function';
import type { GatewaySplit } from './props';

/** The rules of a route that shares out requests: who says which version it wants gets it, the others one by weight. */
export function splitRules(
  { header, weights }: GatewaySplit,
  backend: HttpRouteSpecRulesBackendRefs,
): Pick<HttpRouteSpecRules, 'matches' | 'backendRefs'>[] {
  const versions = Object.entries(weights);
  const rest = 100 - versions.reduce((sum, [, weight]) => sum + weight, 0);
  return [
    {
      matches: versions.map(([value]) => ({ headers: [{ type: HeaderMatchType.EXACT, name: header, value }] })),
      backendRefs: [backend],
    },
    {
      backendRefs: [
        { ...backend, weight: rest },
        ...versions.map(([value, weight]) => ({
          ...backend,
          weight,
          filters: [
            { type: BackendFilter.REQUEST_HEADER_MODIFIER, requestHeaderModifier: { set: [{ name: header, value }] } },
          ],
        })),
      ],
    },
  ];
}

/** Which versions of a split no function is, of those that have its host. */
export function missingVersions({ host, header, weights }: GatewaySplit, there: readonly FunctionChart[]): string[] {
  const isThere = (wanted: HeaderMatch[]) =>
    there.some(
      ({ headers }) =>
        headers.length === wanted.length &&
        wanted.every(({ name, value }) => headers.some((each) => isSame(each.name, name) && each.value === value)),
    );
  return [
    ...(isThere([]) ? [] : [`host "${host}" and no headers`]),
    ...Object.keys(weights).flatMap((value) =>
      isThere([{ name: header, value }]) ? [] : [`host "${host}" and the header ${header}: ${value} alone`],
    ),
  ];
}

function isSame(name: string, other: string): boolean {
  return name.toLowerCase() === other.toLowerCase();
}
