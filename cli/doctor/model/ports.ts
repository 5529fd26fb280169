import type { PodSpec, ServicePort } from './kinds';

/** The number of the container port that a Service's port leads to, if a container declares it. */
export function targetPortOf({ port, targetPort = port }: ServicePort, { containers }: PodSpec): number | undefined {
  const declared = containers.flatMap(({ ports }) => ports ?? []);
  // a container that declares no port may open any
  if (declared.length === 0 && typeof targetPort === 'number') return targetPort;
  return declared.find(({ name, containerPort }) =>
    typeof targetPort === 'number' ? containerPort === targetPort : name === targetPort,
  )?.containerPort;
}
