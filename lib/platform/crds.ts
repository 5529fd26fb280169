import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ApiObjectProps, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { PatchableObject } from '../object/object';

// beside lib/ in the repository, and beside build/lib/ in the package
const FILE = join(__dirname, '../../imports/crds.json');

/** The pinned CRDs of KEDA and the HTTP add-on. */
export class CrdsChart extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { disableResourceNameHashes: true });
    const crds: { [id: string]: ApiObjectProps } = JSON.parse(readFileSync(FILE, 'utf8'));
    for (const [id, crd] of Object.entries(crds)) {
      new PatchableObject(this, id, {
        ...crd,
        metadata: {
          ...crd.metadata,
          annotations: {
            ...crd.metadata?.annotations,
            // too large for the annotation of a client-side apply; and without its CRD every object of a kind is gone
            'argocd.argoproj.io/sync-options': 'ServerSideApply=true,Prune=false,Delete=false',
            'kustomize.toolkit.fluxcd.io/prune': 'disabled',
          },
        },
      });
    }
  }
}
