import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { get } from '../../../cli/doctor/read/http';

// Servers that never come to an end.
const LIMITS = { silenceMillis: 300, answerMillis: 700, allMillis: 20_000, answerBytes: 2 ** 20 };
const servers: Server[] = [];

/** Asks a server, which may be asked for so long. */
async function ask(listener: RequestListener, millis = LIMITS.allMillis) {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return get('http://here', { port, path: '/x', agent: false }, Date.now() + millis, LIMITS);
}
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

test('an answer within the limits', async () => {
  expect(await ask((_, response) => response.end('x'))).toMatchObject({ status: 200, body: 'x' });
});

test('what kubectl says itself is no answer; what an API server or a pod behind it says is one', async () => {
  const failing = (headers: object) => (_: unknown, response: ServerResponse) => {
    response.writeHead(500, { 'content-type': 'text/plain', ...headers });
    response.end('dial tcp: refused\n');
  };
  await expect(ask(failing({}))).rejects.toThrow('no answer from http://here: dial tcp: refused');
  expect(await ask(failing({ 'audit-id': 'a' }))).toMatchObject({ status: 500, body: 'dial tcp: refused\n' });
});

test('a body without end is read to a bound', async () => {
  let ended = false;
  const answer = await ask((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const chunk = Buffer.alloc(2 ** 16, ' ');
    const write = () => {
      if (!response.destroyed && response.write(chunk)) setImmediate(write);
    };
    response.on('drain', write).on('close', () => {
      ended = true;
    });
    write();
  });
  expect(answer).toEqual({ status: 413, body: 'the answer has more than 1 MiB' });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(ended).toBe(true);
});

test('a body that drips is waited for to a bound, though it is never silent', async () => {
  let drip: NodeJS.Timeout | undefined;
  const start = performance.now();
  const answer = ask((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    drip = setInterval(() => response.write(' '), 50);
  });
  await expect(answer).rejects.toThrow(/^no answer from http:.*: not all of it within 1 s$/);
  expect(performance.now() - start).toBeLessThan(3000);
  clearInterval(drip);
});

test('a silent server is not waited for', async () => {
  await expect(ask(() => {})).rejects.toThrow(/: nothing within 1 s$/);
});

test('all reads together have a bound', async () => {
  await expect(ask((_, response) => response.end('x'), 0)).rejects.toThrow(/takes more than 20 s to be read$/);
});
