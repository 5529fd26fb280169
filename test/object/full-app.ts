import { App, Size } from 'cdk8s';
import { Construct } from 'constructs';
import {
  Cpu,
  Edge,
  type EdgeProps,
  Environment,
  GitOps,
  type GitOpsProps,
  GoFunctionChart,
  JobChart,
  KedaPlatform,
  Monitoring,
  ProjectChart,
  type Rbac,
  Runtime,
  Scaler,
  Scrape,
  Trigger,
  TriggerAuthentication,
  TriggerAuthenticationChart,
  TunnelMode,
  Volume,
} from '../../lib';

const tunnelId = 'f70ff985-a4ef-4643-bbbc-4a0ed4fc8415';
const url = 'https://git.example.com/platform.git';

const SECRET = [{ parameter: 'password', name: 'redis', key: 'password' }];

/** Every edge, tool and way of scraping once, so that each kind that the library can make is there. */
const CLUSTERS: { readonly [name: string]: { edge: EdgeProps; scrape: Scrape; gitops: GitOpsProps } } = {
  tunnel: {
    edge: { cloudflare: { mode: TunnelMode.local({ tunnelId }) }, dns: {} },
    scrape: Scrape.PROMETHEUS_OPERATOR,
    gitops: { argocd: { repoUrl: url } },
  },
  gateway: {
    edge: { gateway: { parentRefs: [{ name: 'public' }], namespace: 'gateways' } },
    scrape: Scrape.ANNOTATIONS,
    gitops: { flux: { url } },
  },
  ingress: {
    edge: { ingress: { tlsSecret: 'tls' } },
    scrape: Scrape.ANNOTATIONS,
    gitops: { flux: { url: 'oci://registry.example.com/platform', tag: 'v1' } },
  },
};

/** An app with all that the library can make. */
export function fullApp(rbac?: Rbac): App {
  const app = new App();
  for (const [name, { edge, scrape, gitops }] of Object.entries(CLUSTERS)) {
    const cluster = new Environment(app, name, { domain: 'fn.example.com' });
    new KedaPlatform(cluster, 'keda', { rbac });
    new Edge(cluster, 'edge', edge);
    new Monitoring(cluster, 'monitoring', { scrape });
    const shop = new Construct(cluster, 'shop');
    // without functions: its DaemonSet would follow what is patched in them
    new ProjectChart(shop, 'idle', { name: 'idle', prePull: {} });
    new ProjectChart(shop, 'project', {
      name: 'shop',
      quota: { cpu: Cpu.cores(2), memory: Size.gibibytes(4), pods: 20 },
      limits: { defaultCpu: Cpu.millis(100), defaultMemory: Size.mebibytes(128), maxMemory: Size.gibibytes(1) },
    });
    for (const scaler of Object.values(Scaler)) {
      new GoFunctionChart(shop, scaler.toLowerCase(), { project: 'shop', image: 'a/b:1', scaler });
    }
    const authentication = new TriggerAuthenticationChart(shop, 'redis', { secretTargetRef: SECRET }).authentication;
    const queue = { address: ['redis.shop:6379'], listName: 'jobs' };
    new GoFunctionChart(shop, 'worker', {
      project: 'shop',
      image: 'a/b:1',
      triggers: [
        Trigger.redis({ ...queue, authentication }),
        Trigger.redis({ ...queue, authentication: TriggerAuthentication.of({ secretTargetRef: SECRET }) }),
      ],
    });
    const job = {
      runtime: Runtime.GO,
      image: 'a/b:1',
      project: 'shop',
      volumes: { '/data': Volume.fromImage('a/data:1') },
    };
    new JobChart(shop, 'import', { ...job, triggers: [Trigger.redis({ ...queue, authentication })] });
    new JobChart(shop, 'nightly', { ...job, schedule: { cron: '@daily' } });
    new GitOps(cluster, 'gitops', gitops);
  }
  return app;
}
