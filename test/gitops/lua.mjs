// Runs health checks as Argo CD does, with the libraries that it opens: base and table. Standard input is a JSON list of
// `script` and `object`, standard output a list of what they return. A process of its own: jest cannot load wasmoon.
import { readFileSync } from 'node:fs';
import { LuaFactory } from 'wasmoon';

const results = [];
const factory = new LuaFactory();
for (const { script, object } of JSON.parse(readFileSync(0, 'utf8'))) {
  const lua = await factory.createEngine();
  await lua.doString('string, math, os, io, debug, utf8, coroutine = nil');
  // written as a Lua table: a JavaScript object that Lua merely sees has no nil and no ipairs
  results.push(await lua.doString(`obj = ${literal(object)}\n${script}`));
  lua.global.close();
}
console.log(JSON.stringify(results));

function literal(value) {
  if (value === null) return 'nil';
  if (Array.isArray(value)) return `{${value.map(literal).join(', ')}}`;
  if (typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.entries(value).map(([key, inner]) => `[${JSON.stringify(key)}] = ${literal(inner)}`)}}`;
}
