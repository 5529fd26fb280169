import { get as httpGet, type IncomingMessage } from 'node:http';
import { get as httpsGet, type RequestOptions } from 'node:https';
import { type Answer, CannotLook } from './cluster';

/** What a server may cost. A page of 500 Deployments has some 5 MB. */
export const LIMITS = {
  /** How long it may say nothing. */
  silenceMillis: 15_000,
  /** How long one answer may take. */
  answerMillis: 60_000,
  /** How long all of them may take. */
  allMillis: 300_000,
  answerBytes: 32 * 2 ** 20,
};

/**
 * Sends one GET, until `end` at the latest, in milliseconds since the epoch.
 *
 * @throws CannotLook when there is no answer within the limits; one that is too large has status 413.
 */
export function get(
  server: string,
  path: string,
  options: RequestOptions,
  end: number,
  limits = LIMITS,
): Promise<Answer> {
  const { silenceMillis, allMillis, answerBytes } = limits;
  const answerMillis = Math.min(limits.answerMillis, end - Date.now());
  const send = server.startsWith('https:') ? httpsGet : httpGet;
  return new Promise((resolve, reject) => {
    if (answerMillis <= 0) return reject(new CannotLook(`${server} takes more than ${allMillis / 1000} s to be read`));
    const fail = (error: Error & { code?: string }) => {
      clearTimeout(deadline);
      reject(new CannotLook(`no answer from ${server}: ${error.message || error.code}`));
    };
    const request = send(`${server}${path}`, { ...options, timeout: silenceMillis }, (response) => {
      read(response, answerBytes).then((body) => {
        clearTimeout(deadline);
        const tooLarge = { status: 413, body: `the answer has more than ${answerBytes / 2 ** 20} MiB` };
        resolve(
          body === undefined ? tooLarge : { status: response.statusCode ?? 0, body, date: response.headers.date },
        );
      }, fail);
    });
    const stop = (what: string, millis: number) =>
      request.destroy(new Error(`${what} within ${Math.ceil(millis / 1000)} s`));
    const deadline = setTimeout(() => stop('not all of it', answerMillis), answerMillis);
    request.on('error', fail);
    request.on('timeout', () => stop('nothing', silenceMillis));
  });
}

/** A body, if it is not larger than that. */
async function read(response: IncomingMessage, maxBytes: number): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    size += (chunk as Buffer).length;
    if (size > maxBytes) return undefined; // leaving the loop ends the connection
    chunks.push(chunk as Buffer);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  return response.headers['content-type']?.includes('json') ? JSON.parse(text) : text;
}
