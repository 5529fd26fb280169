import { request } from 'node:https';
import { kubectl } from '../../test/e2e/cluster';
import type { Api } from './api';

/** CPU seconds used so far and working set, by pod (`namespace/name`), from the kubelets. */
export async function podUsage(api: Api): Promise<Map<string, { cpuSeconds: number; memoryMebibytes: number }>> {
  const usage = new Map<string, { cpuSeconds: number; memoryMebibytes: number }>();
  const { items } = await api.get('/api/v1/nodes');
  for (const node of items) {
    const { pods } = await summary(api, node);
    for (const { podRef, cpu, memory } of pods) {
      usage.set(`${podRef.namespace}/${podRef.name}`, {
        cpuSeconds: (cpu?.usageCoreNanoSeconds ?? 0) / 1e9,
        memoryMebibytes: (memory?.workingSetBytes ?? 0) / 2 ** 20,
      });
    }
  }
  return usage;
}

// the API server passes it on, unless the node's address is one of its own machine
// biome-ignore lint/suspicious/noExplicitAny: the kubelet's answer
async function summary(api: Api, node: any): Promise<any> {
  try {
    return await api.get(`/api/v1/nodes/${node.metadata.name}/proxy/stats/summary`);
  } catch {
    const { address } = node.status.addresses.find(({ type }: { type: string }) => type === 'InternalIP');
    const config = JSON.parse(kubectl('config', 'view', '--raw', '--minify', '--flatten', '-o', 'json'));
    const { 'client-certificate-data': cert, 'client-key-data': key } = config.users[0].user;
    const decode = (text: string) => Buffer.from(text, 'base64');
    return JSON.parse(await kubelet(address, decode(cert), decode(key)));
  }
}

function kubelet(host: string, cert: Buffer, key: Buffer): Promise<string> {
  const options = { host, port: 10250, path: '/stats/summary', cert, key, rejectUnauthorized: false, timeout: 10_000 };
  return new Promise((resolve, reject) => {
    request(options, (response) => {
      let text = '';
      response.on('data', (part) => {
        text += part;
      });
      response.on('end', () => resolve(text));
    })
      .on('error', reject)
      .end();
  });
}

/** What the API server has done so far. */
export interface ApiServerLoad {
  readonly cpuSeconds: number;
  readonly requests: number;
  readonly statusPatches: number;
}

export async function apiServerLoad(api: Api): Promise<ApiServerLoad> {
  const lines = (await api.text('/metrics')).split('\n');
  const sum = (pattern: RegExp) =>
    lines.filter((line) => pattern.test(line)).reduce((total, line) => total + Number(line.split(' ').at(-1)), 0);
  return {
    cpuSeconds: sum(/^process_cpu_seconds_total /),
    requests: sum(/^apiserver_request_total\{/),
    statusPatches: sum(/^apiserver_request_total\{.*resource="scaledobjects".*subresource="status".*verb="PATCH"/),
  };
}

/** Objects in the API server's store and their size, but for events, which pass. */
export async function stored(api: Api): Promise<{ objects: number; bytes: number }> {
  const lines = (await api.text('/metrics')).split('\n').filter((line) => !line.includes('resource="events"'));
  const sum = (metric: string) =>
    lines
      .filter((line) => line.startsWith(`${metric}{`))
      .reduce((total, line) => total + Math.max(0, Number(line.split(' ').at(-1))), 0);
  return { objects: sum('apiserver_resource_objects'), bytes: sum('apiserver_resource_size_estimate_bytes') };
}
