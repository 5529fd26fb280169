import { eachLeaf, type Way } from './values/leaves';

/** What a check looks for in a text, and what it is called in a warning. */
interface Pattern {
  readonly what: string;
  readonly pattern: RegExp;
}

const URL_PASSWORD = /:\/\/[^\s/?#:@]*:([^\s/?#@]+)@/;

/** Texts that are secrets whatever they are called. Sources: the documentation of each issuer. */
const VALUES: readonly Pattern[] = [
  { what: 'a private key', pattern: /-----BEGIN ([A-Z0-9]+ )*PRIVATE KEY( BLOCK)?-----/ },
  { what: 'a token of GitHub', pattern: /(?<!\w)(gh[opsur]_[A-Za-z0-9]{10}|github_pat_\w{10})/ },
  { what: 'a token of GitLab', pattern: /(?<!\w)gl(pat|dt|rt|cbt|ptt|ft|soat)-[\w-]{10}/ },
  { what: 'a token of Slack', pattern: /(?<!\w)(xox[abeprs]|xapp)-[\w-]{8}/ },
  { what: 'an access key of AWS', pattern: /(?<!\w)(AKIA|ASIA)[A-Z0-9]{12}/ },
  { what: 'an API key of Google', pattern: /(?<!\w)AIza[\w-]{30}/ },
  { what: 'a key of Stripe', pattern: /(?<!\w)[rs]k_(live|test)_[A-Za-z0-9]{10}/ },
  {
    what: 'an API key',
    pattern: /(?<!\w)sk-[\w-]{20}|(?<!\w)(npm_[A-Za-z0-9]{30}|SG\.[\w-]{16}\.|hvs\.[\w-]{20}|dop_v1_\w{30})/,
  },
  { what: 'a JSON Web Token', pattern: /(?<!\w)eyJ[\w-]{8,}\.[\w-]+/ },
  { what: 'a token of a tunnel', pattern: /(?<!\w)eyJhIjoi[\w-]{20}/ },
];

/** Texts that hold a secret as their first group, which may be a reference. */
const HOLDERS: readonly Pattern[] = [
  { what: 'a URL with a password', pattern: URL_PASSWORD },
  { what: 'a password', pattern: /^[^\s:@/]+:([^\s@/]+)@(tcp|unix)\(/ },
  { what: 'a password', pattern: /(?:^|[;?&\s])(?:password|passwd|pwd|access_token|api_?key)=([^;&\s]+)/i },
];

const QUALIFIER = '(api|private|secret|access|signing|encryption|master|auth|account|storage|session)';
/** A name that ends as that of a secret; not that of its file, its name, its age. */
const NAME = new RegExp(
  `(password|passwd|passphrase|secret|token|credentials?|(^|_)pat|.+_pwd|${QUALIFIER}_?key(_base)?)` +
    '(_?(\\d+|prod|production|staging|stage|dev|test|old|new|current|previous|primary|secondary|value|base64|b64))?$',
);
/** Names of what a Secret is called, and counts of tokens. */
const NO_NAME = /(tls|pull|max|min|n)_?(secret|token)$/;

// a reference, a path, a place where a secret is kept, a switch, a time
const NO_SECRET =
  /^(\.{0,2}\/.*|[a-z][\w+.-]*:\/\/.*|(arn|vault|ref\+\w+|projects):?\/?.*|true|false|yes|no|on|off|none|null|disabled|enabled|\d+(ms|s|m|h|d)|)$/is;
const REFERENCE = /\$\([^)]*\)|\$?\{\{?[^}]*\}\}?|<[^>]*>|\*+/g;

/** Something that each of the patterns above, and each name of a secret, has in lower case; the value of a switch is none, nor is the key of a selector, nor what a role names. */
const TRACE = new RegExp(
  'passw|passphrase|secret(?!s$)|token(?!: (?:true|false)$)|credential|pat(?!c?h)|pwd|(?<!- )key|://[^\\s/?#@]+@|@(?:tcp|unix)\\(|' +
    '-----begin|gh[opsur]_|github_pat_|gl(?:pat|dt|rt|cbt|ptt|ft|soat)-|xox[abeprs]-|xapp-|akia|asia|aiza|' +
    '[rs]k_(?:live|test)_|(?<!\\w)sk-|npm_|sg\\.|hvs\\.|dop_v1_|eyj',
  'm',
);

/**
 * Whether `secretsIn` may find something in one of the manifests of a text: most files have no trace of it, and that costs
 * less to see than to look at each value. A backslash may hide what stands behind it.
 */
export function mayHoldSecret(text: string): boolean {
  return text.includes('\\') || TRACE.test(text.toLowerCase());
}

/** What a text looks like, if it looks like a secret or holds one. */
function secretText(text: string): string | undefined {
  const found = VALUES.find(({ pattern }) => pattern.test(text));
  if (found) return found.what;
  return HOLDERS.find(({ pattern }) => isLiteral(pattern.exec(text)?.[1] ?? ''))?.what;
}

/** What a value looks like by its name, if by that it looks like a secret. */
function secretByName(name: string, value: string): string | undefined {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toLowerCase();
  if (!NAME.test(words) || NO_NAME.test(words) || NO_SECRET.test(value.trim()) || !isLiteral(value)) return undefined;
  // the length of something
  if (/token\w*$/.test(words) && /^\d+$/.test(value)) return undefined;
  return 'a secret';
}

function isLiteral(text: string): boolean {
  return /\w/.test(text.replace(REFERENCE, ''));
}

/** How a warning names a value, what its name is, and what to do instead. */
interface Field {
  readonly field: string;
  readonly name?: string;
  readonly value: string;
  readonly instead?: string;
}

const INSTEAD = 'put it into a Secret, which is not in Git in the clear, and refer to that';

/** What in a manifest looks like a secret, without the secret itself: a sentence each. */
export function secretsIn(manifest: {
  readonly kind: string;
  readonly data?: object;
  readonly stringData?: object;
}): string[] {
  // a schema, whose descriptions hold examples
  if (manifest.kind === 'CustomResourceDefinition') return [];
  if (manifest.kind === 'Secret') {
    const keys = Object.keys({ ...manifest.data, ...manifest.stringData });
    return keys.length > 0 ? [`the values of a Secret would be in Git in the clear: ${keys.join(', ')}`] : [];
  }
  const found = new Set<string>();
  eachLeaf(manifest, (leaf, way, isKey) => {
    if (isKey || typeof leaf !== 'string') return;
    const { field, name, value, instead = INSTEAD } = fieldOf(manifest, way, leaf);
    const what = secretText(value) ?? (name === undefined ? undefined : secretByName(name, value));
    if (what) found.add(`${field} looks like ${what} and would be in Git; ${instead}`);
  });
  return [...found];
}

function fieldOf(manifest: { readonly kind: string }, way: Way, value: string): Field {
  const [last, second, third] = [...way].reverse();
  if (third === 'env' && last === 'value') {
    const { name } = at(manifest, way.slice(0, -1)) as { name: string };
    const instead = 'put it into a Secret of the namespace and name that in envFromSecrets';
    return { field: `env.${name}`, name, value, instead };
  }
  if (second === 'args' || second === 'command')
    return argument(at(manifest, way.slice(0, -1)) as string[], Number(last));
  if (manifest.kind === 'ConfigMap' && way[0] === 'data') return { field: `data.${last}`, name: String(last), value };
  if (second === 'annotations') {
    const name = String(last).split('/').at(-1)!;
    // an annotation refers to a Secret by its name
    return { field: `annotations.${last}`, name: /secret|credential/i.test(name) ? undefined : name, value };
  }
  if (last === 'repoURL' || second === 'sourceRepos' || (last === 'url' && second === 'spec')) {
    const field = last === 'url' ? 'url' : 'repoUrl';
    return { field, value, instead: 'keep the password in a Secret that Argo CD or Flux reads' };
  }
  return { field: `${manifest.kind} ${way.join('.')}`, value };
}

function argument(list: readonly string[], index: number): Field {
  const value = list[index]!;
  const [, flag, own] = /^--?([A-Za-z][\w.-]*)=(.*)$/s.exec(value) ?? [];
  if (flag !== undefined) return { field: `argument --${flag}`, name: flag, value: own! };
  const [, before] = /^--?([A-Za-z][\w.-]*)$/.exec(list[index - 1] ?? '') ?? [];
  if (before !== undefined && !value.startsWith('-')) return { field: `argument --${before}`, name: before, value };
  return { field: 'an argument', value };
}

function at(value: unknown, way: Way): unknown {
  return way.reduce((found, step) => (found as { [key: string | number]: unknown })[step], value);
}
