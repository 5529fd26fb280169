/** Names of the triggers of a function's requests in the formula of its scaling modifiers. */
export const [CONCURRENCY, REQUEST_RATE] = ['concurrency', 'requestRate'] as const;
export const REQUEST_TRIGGERS: readonly string[] = [CONCURRENCY, REQUEST_RATE];

/** What KEDA puts before the name of a ScaledObject to name its HPA: pkg keda/v1alpha1, getHpaName. */
export const HPA_PREFIX = 'keda-hpa-';
