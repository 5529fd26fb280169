// Writes the JSON Schemas that editors use: npm run schemas [-- FOLDER]
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENVIRONMENT_SCHEMA, FUNCTION_SCHEMA, PROJECT_SCHEMA } from '../lib/catalog';

const folder = process.argv[2] ?? join(__dirname, '../schemas');
mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries({
  environment: ENVIRONMENT_SCHEMA,
  function: FUNCTION_SCHEMA,
  project: PROJECT_SCHEMA,
})) {
  writeFileSync(join(folder, `${name}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`);
}
