import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ApiObjectProps, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { parse } from 'yaml';
import { PatchableObject } from '../object/object';

// beside lib/ in the repository, and beside build/lib/ in the package
const FOLDER = join(__dirname, '../../crds/keda');

/** The pinned CRDs of KEDA and the HTTP add-on. */
export class CrdsChart extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { disableResourceNameHashes: true });
    for (const file of readdirSync(FOLDER).sort()) {
      // not cdk8s' Yaml.load, which starts a process for each file
      const crd: ApiObjectProps = parse(readFileSync(join(FOLDER, file), 'utf8'));
      new PatchableObject(this, file.replace(/\.yaml$/, ''), {
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
