import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { HEALTH_EXPRESSIONS } from '../../lib/gitops/health-cel';
import type { Manifest } from './environment';

const OBJECTS = join(__dirname, 'objects');

// The expressions use a part of CEL that reads as JavaScript, but for the name of `some`.
function evaluate(expression: string, { status, metadata }: Manifest): boolean {
  const script = expression.replace('.exists(c, ', '.some((c) => ').replaceAll(' == ', ' === ');
  try {
    return new Function('status', 'metadata', `return ${script}`)(status, metadata);
  } catch (error) {
    // CEL fails too where a field is missing, which Flux takes for "not yet"
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function state(manifest: Manifest): string {
  const { failed, current } = HEALTH_EXPRESSIONS[`${manifest.apiVersion.split('/')[0]}/${manifest.kind}`]!;
  return evaluate(failed!, manifest) ? 'failed' : evaluate(current, manifest) ? 'current' : 'in progress';
}

test('each state, as captured from a cluster', () => {
  const states = readdirSync(OBJECTS).map((file) => [file, state(load(readFileSync(join(OBJECTS, file), 'utf8')))]);
  expect(Object.fromEntries(states)).toEqual({
    'http-scaled-object-changed.yaml': 'in progress',
    'http-scaled-object-degraded.yaml': 'failed',
    'http-scaled-object-healthy.yaml': 'current',
    'http-scaled-object-new.yaml': 'in progress',
    'http-scaled-object-paused.yaml': 'current',
    'interceptor-route-changed.yaml': 'in progress',
    'interceptor-route-healthy.yaml': 'current',
    'interceptor-route-new.yaml': 'in progress',
    'scaled-object-failed.yaml': 'failed',
    'scaled-object-new.yaml': 'in progress',
    'scaled-object-paused.yaml': 'current',
    'scaled-object-ready.yaml': 'current',
  });
});
