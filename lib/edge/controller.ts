import type { Construct } from 'constructs';
import { Cluster } from '../cluster';
import { Environment } from '../environment';
import type { ControllerProps } from './props';

/** Tells the cluster whom the interceptor has to let in. */
export function addController(scope: Construct, { controllerNamespace: namespace }: ControllerProps): void {
  Cluster.at(Environment.scopeOf(scope)).edges.push(namespace === undefined ? undefined : { namespace });
}
