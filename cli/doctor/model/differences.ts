const QUANTITY = /^(-?\d+(?:\.\d+)?)(m|k|M|G|T|Ki|Mi|Gi|Ti)?$/;
/** Such as 1h2m3s; a duration of minutes alone reads as a quantity, and two of them compare as such. */
const DURATION = /^(?:(\d+)h)?(?:(\d+)m)?(\d+(?:\.\d+)?)s$/;
const UNITS: { readonly [unit: string]: number } = {
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/** Where an object is not what was declared, one line a field. Fields that were not declared do not count. */
export function differences(declared: unknown, actual: unknown, path = ''): string[] {
  if (declared === undefined || declared === null || isEmpty(declared)) return [];
  if (Array.isArray(declared)) {
    const items = Array.isArray(actual) ? actual : [];
    if (items.length !== declared.length) return [`${path} has ${items.length} items, declared ${declared.length}`];
    return declared.flatMap((item, index) => differences(item, items[index], `${path}[${index}]`));
  }
  if (typeof declared === 'object') {
    const object = (typeof actual === 'object' && actual !== null ? actual : {}) as { [key: string]: unknown };
    return Object.entries(declared).flatMap(([key, value]) =>
      differences(value, object[key], path ? `${path}.${key}` : key),
    );
  }
  if (declared === actual || quantity(declared) === quantity(actual)) return [];
  // the API server leaves out what is false, 0 or empty
  if (actual === undefined && !declared) return [];
  return [`${path} is ${show(actual)}, declared ${show(declared)}`];
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** A quantity or a Go duration as a number: 1000m is 1, and 1m0s is 60s. Never equal if it is neither. */
function quantity(value: unknown): number | symbol {
  const time = DURATION.exec(String(value));
  if (time?.[0]) return Number(time[1] ?? 0) * 3600 + Number(time[2] ?? 0) * 60 + Number(time[3] ?? 0);
  const found = QUANTITY.exec(String(value));
  return found ? Number(found[1]) * (UNITS[found[2] ?? ''] ?? 1) : Symbol();
}

function show(value: unknown): string {
  const text = value === undefined ? 'not set' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
