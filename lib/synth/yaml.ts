import { Document, Scalar, visit } from 'yaml';

// cdk8s writes YAML 1.1, as kubectl and Argo CD read it; YAML 1.2 reads this form of a text as a number
const OCTAL = /^[-+]?0o[0-7]+$/;

/** Writes a manifest so that readers of YAML 1.1 and of YAML 1.2 see the same. */
export function toYaml(manifest: unknown): string {
  const document = new Document(manifest, { version: '1.1', keepUndefined: true });
  visit(document, {
    Scalar(_, scalar) {
      if (typeof scalar.value === 'string' && OCTAL.test(scalar.value)) scalar.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return document.toString({ lineWidth: 0 });
}
