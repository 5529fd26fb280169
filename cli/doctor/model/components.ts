import type { Labels } from './kinds';

/** The platform's parts. */
export type Role = 'operator' | 'metrics-server' | 'webhooks' | 'add-on-operator' | 'interceptor' | 'scaler';

interface Component {
  readonly role: Role;
  readonly labels: Labels;
  /** What does not work without it. */
  readonly without: string;
}

const addOn = (component: string): Labels => ({
  'app.kubernetes.io/name': 'http-add-on',
  'app.kubernetes.io/component': component,
});

const COMPONENTS: Component[] = [
  {
    role: 'operator',
    labels: { 'app.kubernetes.io/name': 'keda-operator' },
    without: 'no function wakes, and none goes back to zero',
  },
  {
    role: 'metrics-server',
    labels: { 'app.kubernetes.io/name': 'keda-operator-metrics-apiserver' },
    without: 'no function gets more than one pod',
  },
  {
    role: 'webhooks',
    labels: { 'app.kubernetes.io/name': 'keda-admission-webhooks' },
    without: 'nothing checks a ScaledObject before it is stored',
  },
  {
    role: 'add-on-operator',
    labels: addOn('operator'),
    without: 'no HTTPScaledObject becomes a ScaledObject, and no route gets a status',
  },
  { role: 'interceptor', labels: addOn('interceptor'), without: 'no request reaches a function' },
  { role: 'scaler', labels: addOn('scaler'), without: 'KEDA learns of no request, so no function wakes' },
];

/** The part that an object with these labels belongs to. */
export function componentOf(labels: Labels = {}): Role | undefined {
  return COMPONENTS.find((component) => Object.entries(component.labels).every(([key, value]) => labels[key] === value))
    ?.role;
}

/** What does not work without a part. */
export function without(role: Role): string {
  return COMPONENTS.find((component) => component.role === role)!.without;
}
