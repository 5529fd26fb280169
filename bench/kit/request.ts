import { request } from 'node:http';

/** An address within the cluster; this machine must reach it, as a node does. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** What became of one request. */
export interface Outcome {
  /** HTTP status, 0 if there was no answer. */
  readonly status: number;
  /** Until the first byte of the answer. */
  readonly millis: number;
  readonly coldStart: boolean;
  readonly error?: string;
}

const SECONDS = 90;

/** Sends one GET over a connection of its own; never rejects. */
export function send({ host, port }: Address, functionHost: string, path = '/'): Promise<Outcome> {
  const start = performance.now();
  const since = () => performance.now() - start;
  return new Promise((resolve) => {
    const sent = request(
      { host, port, path, agent: false, headers: { host: functionHost }, timeout: SECONDS * 1000 },
      (response) => {
        const millis = since();
        response.resume();
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            millis,
            coldStart: response.headers['x-keda-http-cold-start'] === 'true',
          }),
        );
        response.on('error', ({ message }) =>
          resolve({ status: 0, millis: since(), coldStart: false, error: message }),
        );
      },
    );
    sent.on('timeout', () => sent.destroy(new Error(`no answer within ${SECONDS} s`)));
    sent.on('error', ({ message }) => resolve({ status: 0, millis: since(), coldStart: false, error: message }));
    sent.end();
  });
}
