import { request } from 'node:https';
import { kubectl } from './cluster';

/** What the API server says to somebody who has a token, and nothing else. */
export type Caller = (call: {
  readonly method: string;
  readonly path: string;
  readonly body?: object;
  readonly headers?: { readonly [name: string]: string };
}) => Promise<{ readonly status: number; readonly body: string }>;

/** One who calls with the token of an account. */
export function callerOf(account: string, namespace: string): Caller {
  const token = kubectl('create', 'token', account, '-n', namespace).trim();
  const [{ cluster }] = JSON.parse(kubectl('config', 'view', '--raw', '--minify', '-o', 'json')).clusters;
  const ca = Buffer.from(cluster['certificate-authority-data'], 'base64');
  return ({ method, path, body, headers = {} }) =>
    new Promise((resolve, reject) => {
      const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
      const all = { ...headers, authorization: `Bearer ${token}`, 'content-type': type };
      request(new URL(path, cluster.server), { method, ca, headers: all }, (answer) => {
        let text = '';
        answer.on('data', (chunk) => {
          text += chunk;
        });
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: text }));
      })
        .on('error', reject)
        .end(body && JSON.stringify(body));
    });
}
