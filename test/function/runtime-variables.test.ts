import { Runtime, Trigger } from '../../lib';
import { withRuntime } from '../../lib/function/runtime/variables';
import { render } from './render';

const names = (runtime: Runtime, own: { [name: string]: string }) => Object.keys(withRuntime(runtime, own));

test('a process without a port is told none by its runtime', () => {
  expect(names(Runtime.DOTNET, {})).toEqual(['DOTNET_HOSTBUILDER__RELOADCONFIGONCHANGE']);
  expect(names(Runtime.DENO, {})).toEqual([]);
  expect(names(Runtime.DENO, { PORT: '80' })).toEqual(['DENO_SERVE_ADDRESS', 'PORT']);
  expect(names(Runtime.custom({ env: { PRICE: '$$(PORT)' } }), {})).toEqual(['PRICE']);
});

test.each(Runtime.ALL)('no variable of a function without HTTP refers to a port: %p', (runtime) => {
  const triggers = [Trigger.redis({ address: ['redis:6379'], listName: 'jobs' })];
  const { Deployment } = render({ runtime, http: false, triggers });
  const env: { value: string }[] = Deployment.spec.template.spec.containers[0].env;
  expect(env.filter(({ value }) => value.includes('PORT'))).toEqual([]);
});
