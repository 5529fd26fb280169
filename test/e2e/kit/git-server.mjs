// git-server.mjs PORT FOLDER: serves the repositories of a folder over HTTP on the loopback address, by Git's own backend.
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';

const [port, folder] = process.argv.slice(2);

createServer((request, response) => {
  const { pathname, search } = new URL(request.url, 'http://localhost');
  const backend = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env.PATH,
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: '1',
      REQUEST_METHOD: request.method,
      PATH_INFO: pathname,
      QUERY_STRING: search.slice(1),
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: request.headers['git-protocol'] ?? '',
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  request.pipe(backend.stdin).on('error', () => {});
  let head = Buffer.alloc(0);
  backend.stdout.on('data', function readHead(chunk) {
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf('\r\n\r\n');
    if (end < 0) return;
    const headers = new Map(
      head
        .subarray(0, end)
        .toString()
        .split('\r\n')
        .map((line) => line.split(/: (.*)/, 2)),
    );
    const status = Number.parseInt(headers.get('Status') ?? '200', 10);
    headers.delete('Status');
    response.writeHead(status, Object.fromEntries(headers));
    response.write(head.subarray(end + 4));
    backend.stdout.off('data', readHead).pipe(response);
  });
}).listen(Number(port), '127.0.0.1');
