import type { EndpointSlice, PodSpec, ServicePort } from './kinds';
import type { Objects } from './objects';

/** The number of the container port that a Service's port leads to, if a container declares it. */
export function targetPortOf({ port, targetPort = port }: ServicePort, { containers }: PodSpec): number | undefined {
  const declared = containers.flatMap(({ ports }) => ports ?? []);
  // a container that declares no port may open any
  if (declared.length === 0 && typeof targetPort === 'number') return targetPort;
  return declared.find(({ name, containerPort }) =>
    typeof targetPort === 'number' ? containerPort === targetPort : name === targetPort,
  )?.containerPort;
}

/** Where a Service leads now, and whether anything there is ready. */
export function endpointsOf(
  live: Objects,
  namespace: string,
  service: string,
): { slices: EndpointSlice[]; ready: boolean } {
  const slices = live
    .in('EndpointSlice', namespace)
    .filter(({ metadata }) => metadata.labels?.['kubernetes.io/service-name'] === service);
  const ready = slices.some(({ endpoints }) => endpoints?.some(({ conditions }) => conditions?.ready !== false));
  return { slices, ready };
}
