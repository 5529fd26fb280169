import { join, relative } from 'node:path';
import { KEDA_CHART, ownerOf } from '../../owner';
import { command } from '../../shell';
import type { Kind } from './kinds';
import { resourceOf } from './resources';
import type { Snapshot } from './snapshot';
import type { Unit } from './units';

/** The command that brings an object back to what `dist` says, unless a release of Helm would bring it back again. */
export function reapply(snapshot: Snapshot, kind: Kind, namespace: string | undefined, name: string): string {
  const { desired, live } = snapshot;
  const object = live.find(kind, namespace, name);
  const owner = object && ownerOf(object);
  if (owner?.id.startsWith('helm:')) {
    return KEDA_CHART.test(object?.metadata.labels?.['helm.sh/chart'] ?? '')
      ? `it belongs to ${owner.text}: take that release over, see docs/how-to/adopt.md`
      : `it belongs to ${owner.text}: leave its name to it, or take it out of that release first`;
  }
  const file = desired.fileOf(kind, namespace, name);
  return file ? command`kubectl apply --server-side --force-conflicts -f ${file}` : show(kind, namespace, name);
}

/** The command that shows an object. */
export function show(kind: Kind, namespace: string | undefined, name: string): string {
  return command`kubectl ${namespace ? ['-n', namespace, 'describe'] : ['describe']} ${resourceOf(kind).plural} ${name}`;
}

/** The next step when a declaration itself is wrong. */
export function redeclare(unit: Unit, key: string): string {
  return `correct ${key} in ${declarationOf(unit)}, then: npm run synth`;
}

/** The next step when a pod names what its namespace does not have. */
export function supply(unit: Unit, resource: string): string {
  return `${command`kubectl -n ${unit.namespace} get ${resource}`}; make what is missing, or correct ${declarationOf(unit)}`;
}

/** Where something is declared. */
export function declarationOf({ component, subject, file }: Unit): string {
  if (file) return `the declaration that makes ${file}`;
  return component ? 'environments/' : `functions/${subject}.yaml`;
}

/** The command that makes the rights which doctor needs, from the file that it brings. */
export function grant(): string {
  return `${command`kubectl apply -f ${relative(process.cwd(), join(__dirname, '../role.yaml'))}`}, and bind it to who asks`;
}
