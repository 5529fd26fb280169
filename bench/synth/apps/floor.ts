// The same objects as plain data, written as JSON: `node floor.js OBJECTS.js COUNT FOLDER`.
import { mkdirSync, writeFileSync } from 'node:fs';

const [, , program, count, outdir] = process.argv as [string, string, string, string, string];
const { objectsOf, functionOf } = require(program) as {
  objectsOf(name: string, project: string, image: string): object[];
  functionOf(index: number, count: number): [name: string, project: string, image: string];
};
for (let index = 0; index < Number(count); index++) {
  const [name, project, image] = functionOf(index, Number(count));
  const folder = `${outdir}/${project}`;
  mkdirSync(folder, { recursive: true });
  const objects = objectsOf(name, project, image).map((object) => JSON.stringify(object));
  writeFileSync(`${folder}/${name}.json`, objects.join('\n'));
}
