import { join, relative } from 'node:path';
import type { Workload } from './desired';
import type { Kind } from './kinds';
import { resourceOf } from './resources';
import type { Snapshot } from './snapshot';

/** The command that brings an object back to what `dist` says. */
export function reapply({ desired }: Snapshot, kind: Kind, namespace: string | undefined, name: string): string {
  const file = desired.fileOf(kind, namespace, name);
  return file ? `kubectl apply --server-side --force-conflicts -f ${quote(file)}` : show(kind, namespace, name);
}

/** The command that shows an object. */
export function show(kind: Kind, namespace: string | undefined, name: string): string {
  return `kubectl ${namespace ? `-n ${namespace} ` : ''}describe ${resourceOf(kind).plural} ${name}`;
}

/** The next step when a declaration itself is wrong. */
export function redeclare(workload: Workload, key: string): string {
  return workload.component
    ? `correct ${key} in environments/, then: npm run synth`
    : `correct ${key} in functions/${workload.subject}.yaml, then: npm run synth`;
}

/** The command that makes the rights which doctor needs, from the file that it brings. */
export function grant(): string {
  return `kubectl apply -f ${quote(relative(process.cwd(), join(__dirname, '../role.yaml')))}, and bind it to who asks`;
}

function quote(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}
