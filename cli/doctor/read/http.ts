import { type IncomingMessage, type RequestOptions, get as send } from 'node:http';
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
 * @param server How a person calls what is asked.
 * @throws CannotLook when there is no answer within the limits; one that is too large has status 413.
 */
export function get(server: string, options: RequestOptions, end: number, limits = LIMITS): Promise<Answer> {
  const { silenceMillis, allMillis, answerBytes } = limits;
  const answerMillis = Math.min(limits.answerMillis, end - Date.now());
  return new Promise((resolve, reject) => {
    if (answerMillis <= 0) return reject(new CannotLook(`${server} takes more than ${allMillis / 1000} s to be read`));
    const fail = (error: Error & { code?: string }) => {
      clearTimeout(deadline);
      reject(new CannotLook(`no answer from ${server}: ${error.message || error.code}`));
    };
    const request = send({ ...options, timeout: silenceMillis }, (response) => {
      read(response, answerBytes).then((body) => {
        clearTimeout(deadline);
        if (isOfProxy(response)) return fail(new Error(String(body).trim()));
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

/** Whether kubectl answers itself, for it cannot connect: an API server says under which number it keeps a request. */
function isOfProxy({ statusCode, headers }: IncomingMessage): boolean {
  return statusCode === 500 && !headers['audit-id'] && !headers['content-type']?.includes('json');
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
