import { type ChildProcess, execFile, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';

/** What KEDA asks, as Debian's packages redis-server, postgresql, prometheus and nats-server bring it, and ./kafka. */
export type Broker = 'redis' | 'postgresql' | 'prometheus' | 'nats' | 'kafka';

export const PASSWORD = 'right';
const PORTS = {
  redis: 26379,
  postgresql: 25432,
  prometheus: 29090,
  nats: 24222,
  natsMonitoring: 28222,
  metric: 29091,
  kafka: 29092,
};

const versions = '/usr/lib/postgresql';
const postgresql = (program: string) => join(versions, readdirSync(versions).at(-1)!, 'bin', program);

/** Whether all of them are here. */
export const BROKERS_INSTALLED = ['redis-server', 'psql', 'prometheus', 'nats-server', 'go'].every(
  (program) => spawnSync(program, [program === 'go' ? 'version' : '--version']).status === 0,
);

/** Brokers beside the cluster, at an address that its pods reach; each can be taken down and up again with what it holds. */
export class Brokers {
  public readonly ports = PORTS;
  private readonly folder = mkdtempSync(join(tmpdir(), 'brokers-'));
  private readonly running = new Map<Broker, ChildProcess>();
  private readonly kafkaProgram = join(this.folder, 'kafka-broker');
  private kafkaBuild?: Promise<unknown>;
  private metric = 0;
  private server?: Server;

  constructor(public readonly host: string) {}

  /** Builds the broker of Kafka meanwhile. */
  public prepare(): void {
    const options = { cwd: join(__dirname, 'kafka'), env: { ...process.env, CGO_ENABLED: '0' } };
    this.kafkaBuild = promisify(execFile)('go', ['build', '-o', this.kafkaProgram, '.'], options);
    this.kafkaBuild.catch(() => {});
  }

  /** Starts all of them. */
  public async start(): Promise<void> {
    this.server = createServer((_, response) => response.end(`orders_waiting ${this.metric}\n`));
    this.server.listen(PORTS.metric, this.host);
    const owner = this.asPostgres();
    if (owner.uid !== undefined) chownSync(this.folder, owner.uid, owner.gid!);
    writeFileSync(join(this.folder, 'password'), PASSWORD, { mode: 0o644 });
    const data = join(this.folder, 'postgresql');
    const options = ['-D', data, '-U', 'postgres', '-A', 'scram-sha-256', '--pwfile', join(this.folder, 'password')];
    execFileSync(postgresql('initdb'), options, { ...owner, stdio: 'ignore' });
    writeFileSync(join(data, 'pg_hba.conf'), 'host all all 0.0.0.0/0 scram-sha-256\n');
    const scrape = { targets: [`${this.host}:${PORTS.metric}`] };
    writeFileSync(
      join(this.folder, 'prometheus.yml'),
      JSON.stringify({ scrape_configs: [{ job_name: 'orders', scrape_interval: '1s', static_configs: [scrape] }] }),
    );
    await Promise.all((Object.keys(this.commands()) as Broker[]).map((broker) => this.up(broker)));
    this.sql('CREATE TABLE orders (id int)');
    await this.nats([
      ['$JS.API.STREAM.CREATE.orders', JSON.stringify({ name: 'orders', subjects: ['orders'], storage: 'file' })],
      [
        '$JS.API.CONSUMER.DURABLE.CREATE.orders.work',
        JSON.stringify({ stream_name: 'orders', config: { durable_name: 'work', ack_policy: 'explicit' } }),
      ],
    ]);
  }

  public async up(broker: Broker): Promise<void> {
    if (broker === 'kafka') await this.kafkaBuild;
    const { program, args, port } = this.commands()[broker];
    const owner = broker === 'postgresql' ? this.asPostgres() : {};
    this.running.set(broker, spawn(program, args, { ...owner, cwd: this.folder, stdio: 'ignore' }));
    for (let tries = 0; !(await this.answers(broker, port)); tries++) {
      if (tries > 100) throw new Error(`${broker} does not listen on ${this.host}:${port}`);
      await setTimeout(200);
    }
  }

  public async down(broker: Broker): Promise<void> {
    const child = this.running.get(broker);
    this.running.delete(broker);
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(broker === 'postgresql' ? 'SIGINT' : 'SIGTERM');
    await ended;
  }

  public async stop(): Promise<void> {
    this.server?.close();
    await Promise.all([...this.running.keys()].map((broker) => this.down(broker)));
  }

  public redis(...command: string[]): void {
    execFileSync('redis-cli', [
      '-h',
      this.host,
      '-p',
      `${PORTS.redis}`,
      '-a',
      PASSWORD,
      '--no-auth-warning',
      ...command,
    ]);
  }

  public sql(statement: string): void {
    const env = { ...process.env, PGPASSWORD: PASSWORD };
    execFileSync('psql', ['-h', this.host, '-p', `${PORTS.postgresql}`, '-U', 'postgres', '-c', statement], { env });
  }

  /** Produces to the topic orders, or commits all of it for the group work. */
  public kafka(command: 'produce' | 'commit'): void {
    const address = `${this.host}:${PORTS.kafka}`;
    execFileSync(this.kafkaProgram, [command, address, 'orders', ...(command === 'commit' ? ['work'] : [])]);
  }

  /** What the metric orders_waiting says from now on. */
  public set(metric: number): void {
    this.metric = metric;
  }

  /** Publishes to NATS, one after another, and waits until each was answered. */
  public nats(messages: readonly (readonly [subject: string, payload: string])[]): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = connect(PORTS.nats, this.host);
      let answers = 0;
      socket.on('error', reject).on('data', (data) => {
        answers += data.toString().split('MSG answer').length - 1;
        if (answers < messages.length) return;
        socket.end();
        resolve();
      });
      socket.write('CONNECT {"verbose":false}\r\nSUB answer 1\r\n');
      for (const [subject, payload] of messages)
        socket.write(`PUB ${subject} answer ${Buffer.byteLength(payload)}\r\n${payload}\r\n`);
    });
  }

  private commands(): { readonly [broker in Broker]: { program: string; args: string[]; port: number } } {
    const { host, folder } = this;
    const { redis, nats, natsMonitoring, prometheus } = PORTS;
    const lines = ['--save', '', '--requirepass', PASSWORD, '--appendonly', 'yes', '--dir', folder];
    const store = ['-js', '-sd', join(folder, 'nats')];
    const metrics = [`--config.file=${join(folder, 'prometheus.yml')}`, `--storage.tsdb.path=${join(folder, 'tsdb')}`];
    return {
      redis: { program: 'redis-server', args: ['--bind', host, '--port', `${redis}`, ...lines], port: redis },
      nats: {
        program: 'nats-server',
        args: ['-a', host, '-p', `${nats}`, '-m', `${natsMonitoring}`, ...store],
        port: natsMonitoring,
      },
      prometheus: {
        program: 'prometheus',
        args: [...metrics, `--web.listen-address=${host}:${prometheus}`],
        port: prometheus,
      },
      kafka: {
        program: this.kafkaProgram,
        args: ['serve', `${host}:${PORTS.kafka}`, join(folder, 'kafka'), 'orders'],
        port: PORTS.kafka,
      },
      postgresql: {
        program: postgresql('postgres'),
        args: ['-D', join(folder, 'postgresql'), '-h', host, '-p', `${PORTS.postgresql}`, '-k', folder],
        port: PORTS.postgresql,
      },
    };
  }

  /** PostgreSQL does not run as root. */
  private asPostgres(): { readonly uid?: number; readonly gid?: number } {
    if (process.getuid?.() !== 0) return {};
    const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
    return { uid: id('-u'), gid: id('-g') };
  }

  /** PostgreSQL listens before it takes connections. */
  private async answers(broker: Broker, port: number): Promise<boolean> {
    if (broker !== 'postgresql') return this.listens(port);
    return spawnSync(postgresql('pg_isready'), ['-q', '-h', this.host, '-p', `${port}`]).status === 0;
  }

  private listens(port: number): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = connect(port, this.host, () => {
        socket.end();
        resolve(true);
      }).on('error', () => resolve(false));
    });
  }
}
