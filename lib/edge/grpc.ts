import type { IConstruct } from 'constructs';
import { Protocol } from '../function';
import { addWarning } from '../warnings';
import { functionsNear } from './hosts';

/**
 * Warns of functions that speak gRPC, which needs HTTP/2 from the client up to the interceptor; h2c needs it from there on only.
 * @param why What an edge makes of it.
 */
export function warnOfGrpc(scope: IConstruct, why: string): void {
  addWarning(scope, () =>
    functionsNear(scope)
      .filter(({ protocol }) => protocol === Protocol.GRPC)
      .map(({ node }) => `${node.path}: protocol is grpc, and ${why}`),
  );
}
