import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { addObject } from '../../object/object';
import { INTERCEPTOR_PROXY } from '../../platform/components';
import { metadataBeside } from '../../workload/metadata';
import type { FunctionSettings } from '../fields';

import { aliasesOf, type Place } from './hosts';

export interface AliasesProps {
  readonly hosts: readonly string[];
  readonly place: Place;
  readonly kedaNamespace: string;
  /** What the objects of the function have beside their own. */
  readonly beside: Pick<FunctionSettings, 'labels' | 'annotations'>;
}

/**
 * Names in the namespace of a function that lead to the interceptor, one for its internal hosts: a call within the
 * cluster wakes it too. They have none of the function's labels, by which its own Service is found.
 */
export class Aliases extends Construct {
  constructor(scope: Construct, id: string, { hosts, place, kedaNamespace, beside }: AliasesProps) {
    super(scope, id);
    const externalName = `${INTERCEPTOR_PROXY}.${kedaNamespace}.svc.${place.clusterDomain}`;
    for (const name of aliasesOf(hosts, place)) {
      addObject(k8s.KubeService, this, name, {
        metadata: {
          name,
          namespace: place.namespace,
          ...metadataBeside(beside, { app: `fn-${place.name}` }),
        },
        spec: { type: 'ExternalName', externalName },
      });
    }
  }
}
