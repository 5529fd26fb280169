import { imageFault } from '../values/image';
import { allowedCase, isDnsLabel, isHost, LABEL_VALUE, MAX_LABEL } from '../values/names';
import type { Field } from './field';
import type { Fault } from './problem';
import { text } from './scalars';

const MAX_PREFIX = 253;
/** What a label may be called: a name, with a domain in front of it or without. */
export const LABEL_KEY =
  /^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
/** The same, with upper case in the domain too. */
export const ANNOTATION_KEY =
  /^([A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?(\.[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?)*\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;

/** A command-line flag. */
export const FLAG = { pattern: /^--[A-Za-z0-9][A-Za-z0-9_-]*(=[\s\S]*)?$/, allowed: '--flag or --flag=value' };

/** Name of a flag, without its dashes. */
export function flagName(arg: string): string {
  return arg.slice('--'.length).split('=')[0];
}

/** An RFC 1123 label, such as a namespace. */
export function dnsLabel(): Field<string> {
  return checked({
    isValid: isDnsLabel,
    reason: 'is not a DNS label',
    allowed: `a-z, 0-9 and "-", at most ${MAX_LABEL} characters`,
  });
}

export function host({ wildcard = false }: { readonly wildcard?: boolean } = {}): Field<string> {
  return checked({
    isValid: (value) => isHost(value, wildcard),
    reason: 'is not a host name',
    allowed: `DNS labels joined by ".", no port, no path${wildcard ? ', "*." in front' : ''}`,
  });
}

/** The name of an object such as a Secret. */
export function objectName(): Field<string> {
  return checked({
    isValid: (value) => isHost(value),
    reason: 'is not the name of an object',
    allowed: 'a-z, 0-9 and "-", in parts joined by "."',
  });
}

/** A key of a Secret or ConfigMap, which becomes the name of a file where it is mounted. */
export function dataKey(): Field<string> {
  return text({
    pattern: /^[-._a-zA-Z0-9]{1,253}$/,
    allowed: 'letters, digits, "-", "_" and "."',
    fault: (key) =>
      key === '.' || key.startsWith('..')
        ? { reason: 'is a way out of a folder', allowed: 'a key that does not begin with ".."' }
        : undefined,
  });
}

/** The value of a label that is not empty. */
export function labelValue(): Field<string> {
  return text({
    pattern: /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/,
    allowed: 'a label value: letters, digits, "-", "_" and ".", at most 63 characters',
  });
}

/** The value of a label, the empty text included. */
export function labelText(): Field<string> {
  return text({ pattern: LABEL_VALUE, allowed: 'the value of a label; quote numbers and booleans' });
}

/** A key of annotations; the API server looks at it in lower case. */
export function annotationKey(fault?: (key: string) => Fault | undefined): Field<string> {
  return text({
    fault: (key) => objectKeyFault(key) ?? fault?.(key),
    pattern: ANNOTATION_KEY,
    allowed: 'a key such as example.com/team: letters, digits, "-", "_" and ".", a domain in front',
  });
}

/** cdk8s fails on one of these keys, and loses the other. */
function objectKeyFault(key: string): Fault | undefined {
  if (key.lastIndexOf('/') > MAX_PREFIX)
    return { reason: 'has too long a domain', allowed: `at most ${MAX_PREFIX} characters before the "/"` };
  return key === 'constructor' || key === '__proto__'
    ? { reason: 'cannot be rendered', allowed: 'any other key, such as example.com/name' }
    : undefined;
}

export function labelKey(fault?: (key: string) => Fault | undefined): Field<string> {
  return text({
    fault: (key) => objectKeyFault(key) ?? fault?.(key),
    pattern: LABEL_KEY,
    allowed: 'a label key such as team or example.com/team',
  });
}

/** The name of an environment variable. */
export function variableName(fault?: (name: string) => Fault | undefined): Field<string> {
  return text({ pattern: /^[A-Za-z_][A-Za-z0-9_]*$/, allowed: 'letters, digits and "_", no digit in front', fault });
}

export function absolutePath(allowed = 'an absolute path'): Field<string> {
  return text({ pattern: /^\//, allowed });
}

/** An image that is pinned: with a tag other than latest, or with a digest. */
export function image(): Field<string> {
  return text({ fault: imageFault, allowed: 'an image such as ghcr.io/example/webhook:1.0.0, or one with a digest' });
}

/** A text that a function judges. */
export function checked(props: {
  readonly isValid: (value: string) => boolean;
  readonly reason: string;
  readonly allowed: string;
}): Field<string> {
  const { isValid, reason, allowed } = props;
  return text({
    allowed,
    fault: (value) => (isValid(value) ? undefined : { reason, allowed: allowedCase(value, isValid, allowed) }),
  });
}
