import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { kubectl } from './cluster';

// biome-ignore lint/suspicious/noExplicitAny: a scrape config, a ServiceMonitor
type Any = any;

/** Whether Prometheus is here, as Debian's package `prometheus` brings it. */
export const PROMETHEUS_INSTALLED = spawnSync('prometheus', ['--version']).status === 0;

/** How a Prometheus outside of the cluster gets into it: with the client certificate of `KUBECONFIG`. */
interface Access {
  readonly host: string;
  readonly tls: Any;
}

function access(folder: string): Access {
  const { clusters, users } = JSON.parse(kubectl('config', 'view', '--raw', '--minify', '--flatten', '-o', 'json'));
  const file = (name: string, base64: string) => {
    writeFileSync(join(folder, name), Buffer.from(base64, 'base64'));
    return join(folder, name);
  };
  return {
    host: new URL(clusters[0].cluster.server).host,
    tls: {
      ca_file: file('ca.crt', clusters[0].cluster['certificate-authority-data']),
      cert_file: file('client.crt', users[0].user['client-certificate-data']),
      key_file: file('client.key', users[0].user['client-key-data']),
    },
  };
}

/** The scrape config that the Prometheus Operator makes of a ServiceMonitor, as far as ours uses it. */
export function fromServiceMonitor({ metadata, spec }: Any): Any {
  const [endpoint] = spec.endpoints;
  const serviceLabel = (label: string) => `__meta_kubernetes_service_label_${label.replace(/\W/g, '_')}`;
  return {
    job_name: `serviceMonitor/${metadata.namespace}/${metadata.name}/0`,
    honor_labels: endpoint.honorLabels,
    scrape_interval: endpoint.interval,
    scrape_timeout: endpoint.scrapeTimeout,
    kubernetes_sd_configs: [{ role: 'endpointslice', namespaces: { names: [metadata.namespace] } }],
    relabel_configs: [
      ...Object.entries<string>(spec.selector.matchLabels).map(([label, value]) => ({
        source_labels: [serviceLabel(label)],
        regex: value,
        action: 'keep',
      })),
      { source_labels: ['__meta_kubernetes_endpointslice_port_name'], regex: endpoint.port, action: 'keep' },
      { source_labels: ['__meta_kubernetes_namespace'], target_label: 'namespace' },
      { source_labels: ['__meta_kubernetes_pod_name'], target_label: 'pod' },
      { source_labels: [serviceLabel(spec.jobLabel)], target_label: 'job' },
    ],
  };
}

/**
 * What the discovery of role `endpointslice` finds in a namespace, as file of targets: Debian builds Prometheus without
 * the discovery of Kubernetes.
 */
function discover(namespace: string): Any[] {
  const list = (kind: string): Any[] => JSON.parse(kubectl('get', kind, '-n', namespace, '-o', 'json')).items;
  const services = new Map(list('services').map((service) => [service.metadata.name, service]));
  const meta = (prefix: string, values: { [name: string]: string } = {}) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [prefix + name.replace(/\W/g, '_'), value]));
  return list('endpointslices').flatMap(({ metadata, endpoints, ports }) => {
    const service = services.get(metadata.labels['kubernetes.io/service-name']);
    return (endpoints ?? []).flatMap(({ addresses, targetRef }: Any) =>
      ports.map(({ name, port }: Any) => ({
        targets: [`${addresses[0]}:${port}`],
        labels: {
          __meta_kubernetes_namespace: namespace,
          __meta_kubernetes_pod_name: targetRef.name,
          __meta_kubernetes_endpointslice_port_name: name,
          ...meta('__meta_kubernetes_service_label_', service.metadata.labels),
          ...meta('__meta_kubernetes_service_annotation_', service.metadata.annotations),
        },
      })),
    );
  });
}

/** The same targets, reached through the API server: pod addresses lead nowhere outside of most clusters. */
function throughApiServer({ kubernetes_sd_configs, ...scrape }: Any, { host, tls }: Access): Any {
  const [{ role }] = kubernetes_sd_configs;
  if (role !== 'endpointslice') throw new Error(`discovery of role ${role}; allowed: endpointslice`);
  return {
    ...scrape,
    scheme: 'https',
    tls_config: tls,
    file_sd_configs: [{ files: ['targets.json'] }],
    relabel_configs: [
      ...scrape.relabel_configs,
      { source_labels: ['__address__'], target_label: 'instance' },
      {
        source_labels: ['__meta_kubernetes_namespace', '__meta_kubernetes_pod_name', '__address__', '__metrics_path__'],
        regex: '(.+);(.+);.*:(\\d+);(.+)',
        target_label: '__metrics_path__',
        replacement: '/api/v1/namespaces/$1/pods/$2:$3/proxy$4',
      },
      { target_label: '__address__', replacement: host },
    ],
  };
}

export interface Sample {
  readonly metric: { readonly [label: string]: string };
  readonly value: [time: number, value: string];
}

/** A Prometheus that runs here and scrapes the cluster. */
export class Prometheus {
  /** Starts one with a scrape config and rules; it also scrapes the API server. */
  public static async start(scrape: Any, rules: Any, interval: string): Promise<Prometheus> {
    const folder = mkdtempSync(join(tmpdir(), 'prometheus-'));
    const namespaces: string[] = scrape.kubernetes_sd_configs[0].namespaces.names;
    const cluster = access(folder);
    const config = {
      global: { scrape_interval: interval, scrape_timeout: interval, evaluation_interval: interval },
      rule_files: ['rules.yaml'],
      scrape_configs: [
        throughApiServer(scrape, cluster),
        {
          job_name: 'apiserver',
          scheme: 'https',
          tls_config: cluster.tls,
          static_configs: [{ targets: [cluster.host] }],
        },
      ],
    };
    writeFileSync(join(folder, 'rules.yaml'), dump(rules));
    writeFileSync(join(folder, 'prometheus.yaml'), dump(config));
    const port = await freePort();
    const process = spawn(
      'prometheus',
      [
        `--config.file=${folder}/prometheus.yaml`,
        `--storage.tsdb.path=${folder}/data`,
        `--web.listen-address=127.0.0.1:${port}`,
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    let log = '';
    process.stderr.on('data', (text: Buffer) => {
      log = (log + text).slice(-2000);
    });
    const prometheus = new Prometheus(process, `http://127.0.0.1:${port}`, () =>
      writeFileSync(join(folder, 'targets.json'), JSON.stringify(namespaces.flatMap(discover))),
    );
    prometheus.discoverAgain();
    while (!(await prometheus.ready())) {
      if (process.exitCode !== null) throw new Error(`prometheus ended with ${process.exitCode}: ${log}`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return prometheus;
  }

  private constructor(
    private readonly process: ChildProcess,
    private readonly address: string,
    /** Looks for the targets, as the discovery of Kubernetes does all the time; Prometheus reads the file when it changes. */
    public readonly discoverAgain: () => void,
  ) {}

  /** Pods that are scraped, as `job/pod`. */
  public async scraped(): Promise<string[]> {
    const up = await this.query('up{pod!=""} == 1');
    return up.map(({ metric }) => `${metric.job}/${metric.pod}`).sort();
  }

  public query(expr: string): Promise<Sample[]> {
    return this.get('query', { query: expr }).then(({ result }) => result);
  }

  /** A number, 0 when there is none. */
  public async number(expr: string): Promise<number> {
    const [sample] = await this.query(expr);
    return sample ? Number(sample.value[1]) : 0;
  }

  /** The label sets of a metric. */
  public series(name: string): Promise<{ [label: string]: string }[]> {
    return this.get('series', { 'match[]': name });
  }

  public stop(): void {
    this.process.kill();
  }

  private ready(): Promise<boolean> {
    return fetch(`${this.address}/-/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  }

  private async get(path: string, parameters: { [name: string]: string }): Promise<Any> {
    const response = await fetch(`${this.address}/api/v1/${path}?${new URLSearchParams(parameters)}`);
    const { status, error, data } = (await response.json()) as Any;
    if (status !== 'success') throw new Error(`${parameters.query ?? path}: ${error}`);
    return data;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
