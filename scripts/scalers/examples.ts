import { parseAllDocuments } from 'yaml';

// The examples of keda-docs as triggers in YAML.

/** A trigger of an example, and where it stands: page, and the number of the trigger on it. */
export interface Example {
  readonly where: string;
  readonly trigger: { readonly [key: string]: unknown };
}

// biome-ignore lint/suspicious/noExplicitAny: a page may hold anything
type Raw = { readonly [key: string]: any };
const BLOCK = /^( *)```(?:ya?ml|text)?[^\n]*\n([\s\S]*?)^ *```/gm;

/** Every trigger in a YAML block of a page, a file of Markdown. */
export function examplesOf(page: string, text: string): Example[] {
  const blocks = [...text.matchAll(BLOCK)].map(([, indent, body]) => objectsIn(body!, indent!));
  const authentications = (objects: Raw[]) => objects.filter(({ kind }) => /TriggerAuthentication$/.test(kind));
  const triggers = blocks.flatMap((block) =>
    block.flatMap((document): Raw[] => {
      const found = document.spec?.triggers ?? document.triggers;
      // several examples of a page may call theirs by one name
      const known = [...authentications(block), ...authentications(blocks.flat())];
      return Array.isArray(found) ? found.map((trigger: Raw) => convert(trigger, known)) : [];
    }),
  );
  return triggers.map((trigger, index) => ({ where: `${page.replace(/\.md$/, '')} ${index + 1}`, trigger }));
}

/** What a block holds, as far as it is YAML; a placeholder such as {name} is a map to it. */
function objectsIn(body: string, indent: string): Raw[] {
  const text = body.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
  return parseAllDocuments(text, { uniqueKeys: false, logLevel: 'silent' }).flatMap((document) => {
    if (document.errors.length > 0) return text.includes('triggers:') ? [{ triggers: [{}] }] : [];
    const value = document.toJS();
    return typeof value === 'object' && value !== null ? [value] : [];
  });
}

/** KEDA's form of a trigger as that of this library. */
function convert({ metadata, authenticationRef, ...rest }: Raw, authentications: Raw[]): Raw {
  const authentication = authenticationRef && authenticationOf(authenticationRef, authentications);
  // what an external scaler is told stands in a map of its own
  const known = ['scalerAddress', 'enableTLS', 'unsafeSsl', 'caCert', 'tlsClientCert', 'tlsClientKey'];
  const entries = Object.entries(metadata ?? {});
  const free = (key: string) => (/^external/.test(rest.type) && !known.includes(key)) || key.startsWith('query.');
  const told = entries.filter(([key]) => free(key));
  return {
    ...rest,
    ...(Array.isArray(metadata) ? { metadata } : Object.fromEntries(entries.filter(([key]) => !free(key)))),
    ...(told.length > 0 && { metadata: Object.fromEntries(told) }),
    ...(authentication && { authentication }),
  };
}

function authenticationOf({ name, kind }: Raw, authentications: Raw[]): Raw {
  const spec: Raw | undefined = authentications.find(({ metadata }) => metadata?.name === name)?.spec;
  const { podIdentity, secretTargetRef, env, configMapTargetRef, ...others } = spec ?? { others: true };
  if (Object.keys(others).length > 0) return { name, ...(kind && { kind }) };
  return { podIdentity, secretTargetRef, env, configMapTargetRef };
}
