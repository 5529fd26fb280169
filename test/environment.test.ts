import { App } from 'cdk8s';
import { Construct } from 'constructs';
import { Environment } from '../lib/environment';
import { InputError } from '../lib/errors';

test('an environment is found from below, and is the scope of what shares its cluster', () => {
  const app = new App();
  const environment = new Environment(app, 'production', { domain: 'fn.test' });
  const inner = new Construct(new Construct(environment, 'functions'), 'hello');
  const outer = new Construct(app, 'outer');
  expect([environment.domain, environment.kedaNamespace]).toEqual(['fn.test', 'keda']);
  expect(Environment.of(inner)).toBe(environment);
  expect(Environment.of(environment)).toBe(environment);
  expect(Environment.of(outer)).toBeUndefined();
  expect(Environment.scopeOf(inner)).toBe(environment);
  expect(Environment.scopeOf(outer)).toBe(app);
});

test('the nearest environment wins', () => {
  const outer = new Environment(new App(), 'outer', { domain: 'a.b' });
  const inner = new Environment(outer, 'inner', { domain: 'c.d', kedaNamespace: 'scaling' });
  expect(Environment.of(new Construct(inner, 'x'))).toBe(inner);
  expect(inner.kedaNamespace).toBe('scaling');
});

test.each([
  [{ domain: '' }, 'production: domain "" is no host name; allowed:'],
  [{ domain: 'a b' }, 'production: domain "a b" is no host name; allowed:'],
  [{ domain: '*.a' }, 'production: domain "*.a" is no host name; allowed:'],
  [{ domain: 'a.b', kedaNamespace: 'K' }, 'production: kedaNamespace "K" is no DNS label; allowed:'],
])('%j is refused', (props, message) => {
  const build = () => new Environment(new App(), 'production', props);
  expect(build).toThrow(InputError);
  expect(build).toThrow(message);
});
