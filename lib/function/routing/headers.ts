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
  return UNSEEN.includes(name.toLowerCase())
    ? { reason: 'is not among the headers that the interceptor sees', allowed: seen(name) }
    : undefined;
}

/** The value of a header, as it arrives. */
export function headerValue(): Field<string> {
  return text({
    pattern: /^([!-~]([ -~]*[!-~])?)?$/,
    allowed: 'printable ASCII, no space at an end; quote numbers and booleans',
  });
}

function seen(name: string): string {
  return name.toLowerCase() === 'host' ? 'hosts, or another header' : 'another header';
}
