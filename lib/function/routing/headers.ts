import { type Fault, type Field, text } from '../../fields/index';

/** What Go's server takes out of a request's headers before anybody looks at them. */
const UNSEEN = ['host', 'transfer-encoding'];

/** The name of a header. */
export function headerName(fault?: (name: string) => Fault | undefined): Field<string> {
  return text({
    pattern: /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/,
    allowed: 'the name of a header, such as X-Version',
    fault,
  });
}

/** What keeps the interceptor from finding a header of a request, if anything. */
export function unseenFault(name: string): Fault | undefined {
  const plain = name.toLowerCase();
  if (!UNSEEN.includes(plain)) return undefined;
  const allowed = plain === 'host' ? 'hosts, or another header' : 'another header';
  return { reason: 'is not among the headers that the interceptor sees', allowed };
}

/** The value of a header, as it arrives. */
export function headerValue(): Field<string> {
  return text({
    pattern: /^([!-~]([ -~]*[!-~])?)?$/,
    allowed: 'printable ASCII, no space at an end; quote numbers and booleans',
  });
}
