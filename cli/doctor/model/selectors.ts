import type { Labels, Selector } from './kinds';

/** Labels as kubectl takes them. */
export function labelsAsText(labels: Labels): string {
  return Object.entries(labels)
    .map((pair) => pair.join('='))
    .join(',');
}

/** Whether labels match a selector. An empty selector matches everything, an absent one nothing. */
export function matches(selector: Selector | undefined, labels: Labels = {}): boolean {
  if (!selector) return false;
  return (
    Object.entries(selector.matchLabels ?? {}).every(([key, value]) => labels[key] === value) &&
    (selector.matchExpressions ?? []).every(({ key, operator, values = [] }) => {
      const value = labels[key];
      switch (operator) {
        case 'In':
          return value !== undefined && values.includes(value);
        case 'NotIn':
          return value === undefined || !values.includes(value);
        case 'Exists':
          return value !== undefined;
        default:
          return value === undefined;
      }
    })
  );
}
