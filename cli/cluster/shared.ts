import { isShared, type Manifest, nameOf } from './manifests';

/** Says what of a folder is left alone. */
export function sayShared(manifests: readonly Manifest[]): void {
  for (const manifest of manifests.filter(isShared))
    console.log(`left alone, for it is shared with its owner: ${manifest.namespace ?? '-'} ${nameOf(manifest)}`);
}
