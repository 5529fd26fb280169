import fc from 'fast-check';

interface Arbitraries {
  readonly [key: string]: fc.Arbitrary<unknown>;
}

/** Any of these keys. */
const some = (values: Arbitraries) => fc.record({ ...values }, { requiredKeys: [], noNullPrototype: true });
const port = fc.integer({ min: 1, max: 65535 });
const seconds = fc.integer({ min: 1, max: 40 }).map((count) => `${count}s`);
const pace = {
  initialDelay: fc.oneof(seconds, fc.constant('0s')),
  period: seconds,
  timeout: seconds,
  failureThreshold: fc.integer({ min: 1, max: 9 }),
};
const headers = fc.dictionary(fc.stringMatching(/^[-A-Za-z0-9]+$/), fc.stringMatching(/^[ -~]*$/), { maxKeys: 3 });

/** A probe of each kind, with what goes with it. */
function probe(more: Arbitraries = {}): fc.Arbitrary<unknown> {
  const kind = (what: object, options: Arbitraries) =>
    some({ ...pace, ...more, ...options }).map((chosen) => ({ ...what, ...chosen }));
  return fc.oneof(
    fc.stringMatching(/^\/[ -~]*$/).chain((http) => kind({ http }, { port, headers })),
    kind({ tcp: true }, { port }),
    kind({ grpc: true }, { port, service: fc.string({ minLength: 1, unit: 'binary' }) }),
    fc.array(fc.string(), { minLength: 1, maxLength: 3 }).chain((exec) => kind({ exec }, {})),
    fc.constant({ none: true }),
  );
}

const label = fc.constantFrom('topology.kubernetes.io/zone', 'spot', 'A_b.c');
const requirement = fc
  .tuple(
    fc.constantFrom(
      { values: ['a', ''] },
      { operator: 'In', values: ['a'] },
      { operator: 'NotIn', values: ['A_b.c'] },
      { operator: 'Exists' },
      { operator: 'DoesNotExist', values: [] },
      { operator: 'Gt', values: ['7'] },
      { operator: 'Lt', values: ['0'] },
    ),
    some({ weight: fc.integer({ min: 1, max: 100 }) }),
    label,
  )
  .map(([how, weight, key]) => ({ key, ...how, ...weight }));

const formula = fc.constantFrom(
  'concurrency',
  'max(concurrency, requestRate) / 2',
  'let most = max(concurrency, requestRate); most > 2.5 ? most : 0',
  '(concurrency ?? requestRate) ?? 3 /* the rate as a way out */',
  'sum([concurrency, requestRate], # * 2)',
);
const rules = some({
  stabilizationWindow: fc.integer({ min: 0, max: 3600 }).map((count) => `${count}s`),
  selectPolicy: fc.constantFrom('Max', 'Min', 'Disabled'),
  policies: fc.uniqueArray(
    fc.record({ type: fc.constantFrom('Pods', 'Percent'), value: fc.integer({ min: 1, max: 9 }), period: seconds }),
    { minLength: 1, maxLength: 3, selector: (each) => JSON.stringify(each) },
  ),
});

/** What a setting needs beside it. */
export const BESIDE: { readonly [key: string]: object } = { idleReplicas: { minReplicas: 2 } };

/** Right values of settings of which those that their form alone gives are hardly ever right, or empty. */
export const KNOWN: Arbitraries = {
  nodeAffinity: fc.uniqueArray(requirement, { maxLength: 4, selector: (each) => JSON.stringify(each) }),
  behavior: some({ scaleUp: rules, scaleDown: rules }),
  scalingModifiers: fc
    .tuple(
      fc.record({ formula, target: fc.integer({ min: 1, max: 9 }) }),
      some({ activationTarget: fc.integer({ min: 0, max: 9 }), metricType: fc.constantFrom('AverageValue', 'Value') }),
    )
    .map(([needed, more]) => ({ ...needed, ...more })),
  fallback: fc
    .tuple(
      fc.integer({ min: 1, max: 10 }),
      some({
        failureThreshold: fc.integer({ min: 0, max: 9 }),
        behavior: fc.constantFrom('static', 'currentReplicas', 'currentReplicasIfHigher', 'currentReplicasIfLower'),
      }),
    )
    .map(([replicas, more]) => ({ replicas, ...more })),
  pollingInterval: seconds,
  probes: some({
    liveness: probe(),
    readiness: probe({ successThreshold: fc.integer({ min: 1, max: 9 }) }),
    startup: probe({ successThreshold: fc.constant(1) }),
  }),
  ports: fc.dictionary(
    fc.stringMatching(/^[a-z0-9]{0,6}[a-z](-[a-z0-9]{1,7})?$/).filter((name) => name !== 'http'),
    fc
      .tuple(
        port,
        some({ protocol: fc.constantFrom('TCP', 'UDP'), fromNamespaces: fc.constantFrom(['a'], ['b', 'a']) }),
      )
      .map(([number, rest]) => ({ port: number, ...rest })),
    { maxKeys: 4, noNullPrototype: true },
  ),
};
