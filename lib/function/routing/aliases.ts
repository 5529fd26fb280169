import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { addObject } from '../../object/object';
import { INTERCEPTOR_PROXY } from '../../platform/components';
import type { FunctionMetadata } from '../metadata/metadata';
import { aliasesOf, type Place } from './hosts';

export interface AliasesProps {
  readonly hosts: readonly string[];
  readonly place: Place;
  readonly kedaNamespace: string;
  /** What the objects of the function share. */
  readonly metadata: FunctionMetadata;
}

/**
 * Names in the namespace of a function that lead to the interceptor, one for its internal hosts: a call within the
 * cluster wakes it too.
 */
export class Aliases extends Construct {
  constructor(scope: Construct, id: string, { hosts, place, kedaNamespace, metadata }: AliasesProps) {
    super(scope, id);
    const externalName = `${INTERCEPTOR_PROXY}.${kedaNamespace}.svc.${place.clusterDomain}`;
    for (const name of aliasesOf(hosts, place)) {
      addObject(k8s.KubeService, this, name, {
        metadata: { ...metadata, name },
        spec: { type: 'ExternalName', externalName },
      });
    }
  }
}
