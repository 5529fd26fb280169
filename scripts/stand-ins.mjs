// What the build puts in the place of modules of which most runs need no more than names: all of one is loaded when it is asked.
import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

/** `yaml`: few runs need it. */
const YAML = `
let all;
const loaded = () => (all ??= require('yaml'));
module.exports = { ${Object.keys(load('yaml'))
  .map((name) => `get ${name}() { return loaded().${name}; }`)
  .join(', ')} };`;

/** Generated classes, which write an object that goes all passes. `all` is how they are loaded. */
const classes = (module, all) => `
let all;
const kind = (name, apiVersion, kind) => ({
  GVK: { apiVersion, kind },
  manifest: (props) => (all ??= ${all})[name].manifest(props),
});
const union = (...ways) => {
  class Union {
    constructor(value) {
      this.value = value;
    }
  }
  return Object.assign(Union, Object.fromEntries(ways.map((way) => [way, (value) => new Union(value)])));
};
${Object.entries(module)
  .filter(([name, { GVK }]) => !name.startsWith('toJson_') && !GVK?.kind.endsWith('List'))
  .map(([name, value]) => `export const ${name} = ${standIn(name, value)};`)
  .join('\n')}`;

function standIn(name, value) {
  const words = (...all) => JSON.stringify(all).slice(1, -1);
  if (value.GVK) return `/* @__PURE__ */ kind(${words(name, value.GVK.apiVersion, value.GVK.kind)})`;
  if (typeof value === 'object') return JSON.stringify(value);
  const ways = Object.getOwnPropertyNames(value).filter((way) => way.startsWith('from'));
  return `/* @__PURE__ */ union(${words(...ways)})`;
}

/** Generated classes of `imports/`, of which `folder` is where they are built, and `way` how a bundle gets there. */
const ofImports = (name, folder, way) => classes(load(`${folder}/${name}.js`), `require('${way}/${name}.js')`);

/** Those of cdk8s-plus: of 2.7 MB one file. */
const OF_PLUS = classes(
  load('cdk8s-plus-28/lib/imports/k8s.js'),
  `(() => {
    try {
      return require('cdk8s-plus-28/lib/imports/k8s.js');
    } catch {
      return require('cdk8s-plus-28').k8s;
    }
  })()`,
);

export const standIns = (folder, way) => ({
  name: 'stand-ins',
  setup({ onResolve, onLoad }) {
    const namespace = 'stand-in';
    onResolve({ filter: /./ }, ({ path, namespace: from }) => {
      if (path === 'kinds') return { path, namespace };
      if (from === namespace) return { path, external: true };
      const [name] = /^(yaml|cdk8s-plus-28)$|(?<=\/imports\/)[\w.]+$/.exec(path) ?? [];
      return name && { path: name, namespace };
    });
    onLoad({ filter: /^yaml$/, namespace }, () => ({ contents: YAML }));
    onLoad({ filter: /^cdk8s-plus-28$/, namespace }, () => ({ contents: "export * as k8s from 'kinds';" }));
    onLoad({ filter: /^kinds$/, namespace }, () => ({ contents: OF_PLUS }));
    onLoad({ filter: /./, namespace }, ({ path }) => ({ contents: ofImports(path, folder, way) }));
  },
});
