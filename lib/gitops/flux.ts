import type { Construct } from 'constructs';
import {
  Kustomization,
  KustomizationSpecDeletionPolicy,
  type KustomizationSpecSourceRef,
  KustomizationSpecSourceRefKind,
} from '../../imports/kustomize.toolkit.fluxcd.io';
import { GitRepository, OciRepository } from '../../imports/source.toolkit.fluxcd.io';
import { reject } from '../errors';
import { check, resolve } from '../fields';
import { dnsLabel } from '../fields/names';
import { addObject } from '../object/object';
import { formatDuration } from '../values/duration';
import { FLUX, type FluxSettings } from './fields';
import type { FluxProps } from './flux-props';
import { HEALTH_EXPRESSIONS } from './health-cel';
import { type Part, PartsChart } from './parts';
import { inRepository, isOci } from './repository';

export interface FluxKustomizationsProps extends FluxProps {}

/** How often a Kustomization looks for drift, retries, and how long it waits for what it applied. */
const TIMES = { interval: '10m', retryInterval: '1m', timeout: '5m' };

/** How many charts a message names. */
const SHOWN_CHARTS = 3;

/**
 * For Flux: the repository, a Kustomization for each folder that holds charts, all after the one with KEDA, and one that
 * applies this chart's own folder, so that the first apply by hand is the last.
 */
export class FluxKustomizations extends PartsChart {
  private readonly settings: FluxSettings;

  constructor(scope: Construct, id: string, props: FluxKustomizationsProps) {
    super(scope, id);
    this.settings = resolve(this, FLUX, props);
    this.refuseNested();
    this.repository();
    const platforms = this.parts.filter(({ platform }) => platform).map(({ name }) => name);
    for (const part of this.parts) this.applyPart(part, part.platform ? [] : platforms);
    addObject(Kustomization, this, `kustomization-${this.folderName}`, {
      metadata: this.metadata(this.folderName),
      spec: {
        ...TIMES,
        sourceRef: this.sourceRef,
        path: this.path(this.folder),
        prune: true,
        deletionPolicy: KustomizationSpecDeletionPolicy.ORPHAN,
      },
    });
  }

  private applyPart({ name, folder, kinds, platform }: Part, dependencies: string[]): void {
    const healthCheckExprs = kinds.flatMap((kind) => HEALTH_EXPRESSIONS[kind] ?? []);
    addObject(Kustomization, this, `kustomization-${name}`, {
      metadata: this.metadata(name),
      spec: {
        ...TIMES,
        sourceRef: this.sourceRef,
        path: this.path(folder),
        ...(dependencies.length > 0 && { dependsOn: dependencies.map((name) => ({ name })) }),
        prune: true,
        // what leaves the declaration leaves the cluster; KEDA, without which no function wakes, only by hand
        ...(platform && { deletionPolicy: KustomizationSpecDeletionPolicy.ORPHAN }),
        wait: true,
        ...(healthCheckExprs.length > 0 && { healthCheckExprs }),
      },
    });
  }

  private repository(): void {
    const { url, interval, secretName } = this.settings;
    const spec = {
      url,
      interval: formatDuration(interval),
      ref: this.ref,
      ...(secretName !== undefined && { secretRef: { name: secretName } }),
    };
    const props = { metadata: this.metadata(this.folderName), spec };
    if (isOci(url)) addObject(OciRepository, this, 'repository', props);
    else addObject(GitRepository, this, 'repository', props);
  }

  private get ref(): { readonly branch?: string; readonly tag?: string } {
    const { url, branch = 'main', tag } = this.settings;
    return isOci(url) || tag !== undefined ? { tag } : { branch };
  }

  private get sourceRef(): KustomizationSpecSourceRef {
    const { GIT_REPOSITORY, OCI_REPOSITORY } = KustomizationSpecSourceRefKind;
    return { kind: isOci(this.settings.url) ? OCI_REPOSITORY : GIT_REPOSITORY, name: this.folderName };
  }

  private metadata(name: string): { readonly name: string; readonly namespace: string } {
    // Flux puts the name into a label of every object
    check(this, 'Kustomization', dnsLabel(), name);
    return { name, namespace: this.settings.namespace };
  }

  private path(folder: string): string {
    return `./${inRepository(this.settings.path, folder)}`;
  }

  /** A Kustomization applies all that is below its folder, so that another one within would be applied twice. */
  private refuseNested(): void {
    const folders = [...this.parts.map(({ folder }) => folder), this.folder];
    for (const outer of folders) {
      const inner = folders.find((folder) => folder.startsWith(`${outer}/`));
      if (!inner) continue;
      const charts = this.chartsIn(outer);
      const shown = charts.slice(0, SHOWN_CHARTS).join(', ') + (charts.length > SHOWN_CHARTS ? ', …' : '');
      reject(
        this,
        `folder "${inner}" is within "${outer}", which Flux applies as a whole; allowed: folders side by side, with a Construct around ${shown}`,
      );
    }
  }
}
