import { readFileSync } from 'node:fs';
import { command } from '../cli/shell';
import { visible } from '../cli/visible';
import { isKeda, type Kubectl, releasesIn } from './release';

const { WORK, CONTEXT = '' } = process.env;
const lines = (text: string) => text.split('\n').filter(Boolean);

/**
 * Names what is left of Helm after an adoption: of the releases that the objects came from, and, when run again, of KEDA's
 * charts in the folder's namespaces. A release of others is not left, it lives.
 */
export function left(kubectl: Kubectl): void {
  const adopted = new Set(lines(readFileSync(`${WORK}/releases`, 'utf8')));
  const namespaces = lines(readFileSync(`${WORK}/namespaces`, 'utf8'));
  const homes = new Set([...namespaces, ...[...adopted].map((id) => id.slice('helm:'.length).split('/')[0]!)]);
  const records = [...homes].flatMap((namespace) => releasesIn(kubectl, namespace));
  const idOf = ({ namespace, name }: { namespace: string; name: string }) => `helm:${namespace}/${name}`;
  const ended = records.filter((record) => adopted.has(idOf(record)) || isKeda(record));
  const known = new Set([...adopted, ...ended.map(idOf)]);

  for (const { release, object } of ofHelm(kubectl)) {
    if (known.has(release))
      console.log(`left of release ${visible(release.split('/')[1]!)}, not in the folder: ${visible(object)}`);
  }
  const said = new Set<string>();
  for (const record of ended) {
    if (said.has(idOf(record))) continue;
    said.add(idOf(record));
    console.log(
      `left of release ${visible(record.name)}: Helm's record of it, with which \`helm uninstall\` would delete what is adopted; delete the record:`,
    );
    const at = CONTEXT ? [`--context=${CONTEXT}`] : [];
    const selector = `owner=helm,name=${record.name}`;
    console.log(visible(command`  kubectl ${[...at, 'delete', 'secret', '-n', record.namespace, '-l', selector]}`));
  }
}

/** What kubectl prints even where it fails for one kind of many, such as an API that does not answer. */
function partly(kubectl: Kubectl, ...args: string[]): string {
  try {
    return kubectl(...args);
  } catch (error) {
    return (error as { stdout?: string }).stdout ?? '';
  }
}

/** Objects with a release's marks, but those that another object owns, which go with it. */
function ofHelm(kubectl: Kubectl): { release: string; object: string }[] {
  const kinds = lines(partly(kubectl, 'api-resources', '--verbs=list', '-o', 'name')).filter(
    (kind) => !kind.startsWith('events'),
  );
  const release =
    '{.metadata.annotations.meta\\.helm\\.sh/release-namespace}/{.metadata.annotations.meta\\.helm\\.sh/release-name}';
  const line = `${release} {.kind} {.metadata.namespace}/{.metadata.name} -{.metadata.ownerReferences[*].kind}{'\\n'}`;
  const path = `{range .items[*]}${line}{end}`;
  const text = partly(
    kubectl,
    'get',
    kinds.join(),
    '-A',
    '-l',
    'app.kubernetes.io/managed-by=Helm',
    '-o',
    `jsonpath=${path}`,
  );
  return lines(text).flatMap((found) => {
    const [id = '', kind = '', name = '', owner] = found.split(' ');
    return owner === '-' ? [{ release: `helm:${id}`, object: `${kind} ${name.replace(/^\//, '')}` }] : [];
  });
}
