import { type Asking, demandOf } from './demand';
import type { ServedNamespace } from './props';

/** What others declare in a namespace, as far as it is known here: what it is, and nothing of what it says. */
export function askingIn({ namespace, targets = [{}], jobs, secrets }: ServedNamespace): Asking[] {
  const scaled = targets.map((scaleTargetRef) => ({
    kind: 'ScaledObject' as const,
    namespace,
    spec: { scaleTargetRef },
  }));
  const started = jobs ? [{ kind: 'ScaledJob' as const, namespace, spec: {} }] : [];
  const authentication = { kind: 'TriggerAuthentication' as const, namespace, spec: {} };
  return [...scaled, ...started, authentication].map((declared) => ({
    declared,
    demand: { ...demandOf(declared), secrets: secrets ?? false },
  }));
}
