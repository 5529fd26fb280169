import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// A registry of this machine alone, with images that no node can have yet: https://github.com/opencontainers/distribution-spec

const TYPE = 'application/vnd.oci.image';

interface Blob {
  readonly type: string;
  readonly content: Buffer;
  readonly digest: string;
}

/** Images by name, each of the tag 1; a node of this machine pulls them from `address`. */
export class Registry {
  private readonly blobs = new Map<string, Blob>();
  private readonly manifests = new Map<string, Blob>();
  private readonly server: Server;

  constructor() {
    this.server = createServer(({ url = '', method }, response) => {
      const [, name, kind, reference] = /^\/v2\/(.+)\/(manifests|blobs)\/(.+)$/.exec(url) ?? [];
      const found = kind === 'manifests' && reference === '1' ? this.manifests.get(name!) : this.blobs.get(reference!);
      if (!found) {
        response.writeHead(url === '/v2/' ? 200 : 404).end();
        return;
      }
      response.writeHead(200, {
        'Content-Type': found.type,
        'Content-Length': found.content.length,
        'Docker-Content-Digest': found.digest,
      });
      response.end(method === 'HEAD' ? undefined : found.content);
    });
  }

  public async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  public close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  /** Adds an image of a Go program and so many bytes that nobody has, and returns what it is called. */
  public add(name: string, source: string, bytes: number): string {
    const folder = mkdtempSync(join(tmpdir(), 'registry-'));
    execFileSync('go', ['build', '-ldflags', '-s -w', '-o', join(folder, 'function'), source], {
      env: { ...process.env, CGO_ENABLED: '0', GO111MODULE: 'off' },
    });
    writeFileSync(join(folder, 'more'), randomBytes(bytes));
    const tar = execFileSync('tar', ['--owner=0', '--group=0', '-C', folder, '-cf', '-', 'function', 'more'], {
      maxBuffer: 2 ** 30,
    });
    rmSync(folder, { recursive: true });
    const layer = this.store(`${TYPE}.layer.v1.tar`, tar);
    const config = this.json(`${TYPE}.config.v1+json`, {
      architecture: process.arch === 'x64' ? 'amd64' : process.arch,
      os: 'linux',
      config: { Entrypoint: ['/function'], User: '65532' },
      rootfs: { type: 'layers', diff_ids: [layer.digest] },
    });
    const part = ({ type, content, digest }: Blob) => ({ mediaType: type, size: content.length, digest });
    const type = `${TYPE}.manifest.v1+json`;
    const manifest = { schemaVersion: 2, mediaType: type, config: part(config), layers: [part(layer)] };
    this.manifests.set(name, this.json(type, manifest));
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}/${name}:1`;
  }

  private json(type: string, value: object): Blob {
    return this.store(type, Buffer.from(JSON.stringify(value)));
  }

  private store(type: string, content: Buffer): Blob {
    const digest = `sha256:${createHash('sha256').update(content).digest('hex')}`;
    const blob = { type, content, digest };
    this.blobs.set(digest, blob);
    return blob;
  }
}
