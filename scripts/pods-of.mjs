// pods-of.mjs FOLDER: prints, as a JSON list, a Pod for each pod template of the YAML in a folder.
import './help.cjs';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';

const folder = process.argv[2];
const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.yaml'));
const items = files
  .flatMap((file) => loadAll(readFileSync(join(folder, file), 'utf8')))
  .filter((object) => object?.spec?.template?.spec?.containers)
  .map(({ metadata, spec }) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: metadata.name, namespace: metadata.namespace, labels: spec.template.metadata.labels },
    spec: spec.template.spec,
  }));
console.log(JSON.stringify({ apiVersion: 'v1', kind: 'List', items }));
