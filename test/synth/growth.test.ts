import { App } from 'cdk8s';
import { Node } from 'constructs';
import { Environment, FunctionChart, Runtime, toFiles } from '../../lib';
import { hiddenBy, routeKey } from '../../lib/function/routing/route-key';

afterEach(() => jest.restoreAllMocks());

/** How often a tree of so many functions, each with a fallback and a route of its own below another's, is looked through. */
function looksThrough(count: number): number {
  const app = new App();
  const environment = new Environment(app, 'e', { domain: 'fn.test' });
  const common = { runtime: Runtime.GO, project: 'p', image: 'a:1', hosts: ['shop.test'] };
  new FunctionChart(environment, 'shop', { ...common, minReplicas: 1 });
  for (let index = 0; index < count; index++) {
    const pathPrefixes = [`/${index}`];
    new FunctionChart(environment, `f${index}`, {
      ...common,
      pathPrefixes,
      coldStart: { fallback: { service: 'fn-shop' } },
    });
  }
  const looks = jest.spyOn(Node.prototype, 'findAll');
  toFiles(app);
  return looks.mock.calls.length;
}

test('no function looks through the whole tree', () => {
  const few = looksThrough(2);
  jest.restoreAllMocks();
  expect(looksThrough(20)).toBe(few);
});

test('no route looks at all others', () => {
  const routes = new Map<string, string>();
  for (let index = 0; index < 100; index++)
    routes.set(routeKey('shop.test', `/${index}`, [{ name: 'x-version' }]), `f${index}`);
  const looks = jest.spyOn(routes, 'keys');
  for (const key of [...routes.entries()]) expect(hiddenBy(key[0], routes)).toBeUndefined();
  expect(looks).toHaveBeenCalledTimes(1);
});

test('a route that was added later is seen', () => {
  const header = [{ name: 'x-version' }];
  const routes = new Map([[routeKey('a.test', '/api', header), 'f']]);
  expect(hiddenBy(routeKey('a.test', '/api', header), routes)).toBeUndefined();
  routes.set(routeKey('a.test'), 'g');
  expect(hiddenBy(routeKey('a.test', '/api', header), routes)).toBe(routeKey('a.test'));
});
