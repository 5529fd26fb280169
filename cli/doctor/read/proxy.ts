import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atEnd } from '../../at-end';
import { CannotLook } from './cluster';

/** The API server behind a socket, which kubectl connects with all that the kubeconfig says of it. */
export interface Proxy {
  readonly socketPath: string;
  close(): void;
}

/**
 * Starts `kubectl proxy` on a socket in a folder that nobody else may enter: on a port, everybody on this machine could
 * ask in the name of the user.
 *
 * @throws CannotLook when it does not start.
 */
export async function startProxy(context?: string): Promise<Proxy> {
  const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  const socketPath = join(folder, 'socket');
  const args = ['proxy', `--unix-socket=${socketPath}`, ...(context === undefined ? [] : [`--context=${context}`])];
  const child = spawn('kubectl', args, { stdio: ['inherit', 'pipe', 'pipe'] });
  const close = atEnd(() => {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  });
  try {
    await new Promise<void>((resolve, reject) => {
      let complaint = '';
      child.stderr.on('data', (text) => {
        complaint = `${complaint}${text}`.slice(-1000);
      });
      child.stdout.once('data', () => resolve());
      child.once('error', (error) => reject(new CannotLook(`kubectl cannot be run: ${error.message}`)));
      child.once('close', () => reject(new CannotLook(`kubectl does not connect: ${complaint.trim()}`)));
    });
  } catch (error) {
    close();
    throw error;
  }
  return { socketPath, close };
}
