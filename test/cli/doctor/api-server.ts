import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pathOf, RESOURCES } from '../../../cli/doctor/model/resources';
import type { Answer, Cluster } from '../../../cli/doctor/read/cluster';
import { counts, NOW, type World } from './world';

type Override = (path: string) => Omit<Answer, 'date'> | undefined;

/** What an API server answers that holds a world, or what `override` says. */
export function answerOf(world: World, path: string, override: Override = () => undefined): Answer {
  const date = NOW.toUTCString();
  const [bare = ''] = path.split('?');
  const overridden = override(bare);
  if (overridden) return { date, ...overridden };
  if (bare.endsWith('/proxy/queue')) return { status: 200, body: counts('a', 'b', 'c'), date };
  if (bare.endsWith('/log')) return { status: 200, body: 'last words\n\n', date };
  for (const resource of RESOURCES) {
    const objects = world.all(resource.kind);
    if (bare === pathOf(resource)) return { status: 200, body: { items: objects }, date };
    const one = objects.find(({ metadata }) => bare === pathOf(resource, undefined, metadata.name));
    if (one && !resource.namespaced) return { status: 200, body: one, date };
    const within = objects.filter(({ metadata }) => bare === pathOf(resource, metadata.namespace));
    if (within.length > 0) return { status: 200, body: { items: within }, date };
  }
  return { status: 404, body: { message: `${path} not found` }, date };
}

export function fakeCluster(world: World, override?: Override): Cluster & { readonly paths: string[] } {
  const paths: string[] = [];
  return {
    name: 'fake',
    paths,
    get: async (path) => {
      paths.push(path);
      return answerOf(world, path, override);
    },
    close: () => {},
  };
}

export const forbidden = (what: string) => ({ status: 403, body: { message: `${what} is forbidden` } });

/** Serves a world over HTTP. */
export async function serve(world: World, override?: Override): Promise<{ server: Server; url: string }> {
  const server = createServer(({ url = '' }, response) => {
    const { status, body, date } = answerOf(world, url, override);
    const isText = typeof body === 'string';
    response.writeHead(status, { 'content-type': isText ? 'text/plain' : 'application/json', date });
    response.end(isText ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
