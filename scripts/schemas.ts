// Writes schemas/: what editors complete and check the catalog's YAML files with.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCHEMAS } from '../lib/catalog/schema';

for (const [kind, schema] of Object.entries(SCHEMAS)) {
  const path = join(__dirname, '..', 'schemas', `${kind}.schema.json`);
  writeFileSync(path, `${JSON.stringify(schema(), null, 2)}\n`);
}
