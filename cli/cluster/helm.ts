import { gunzipSync } from 'node:zlib';
import type { Kubectl } from './kubectl';

/** Helm's record of a release, as far as it can be read. */
export interface Release {
  readonly name: string;
  readonly namespace: string;
  /** Name of its chart; empty if the record cannot be read. */
  readonly chart: string;
}

interface Secrets {
  readonly items?: {
    readonly metadata: { readonly labels: { readonly name: string } };
    readonly data?: { readonly release?: string };
  }[];
}

const CHARTS = ['keda', 'keda-add-ons-http'];
const MAX_BYTES = 2 ** 26;

/** Helm's records in a namespace, of one release or of all; those of former revisions are left out. */
export async function releasesIn(kubectl: Kubectl, namespace: string, name?: string): Promise<Release[]> {
  const selector = `owner=helm,status!=superseded${name === undefined ? '' : `,name=${name}`}`;
  const text = await kubectl.run('get', 'secrets', '-n', namespace, '-l', selector, '-o', 'json');
  const { items = [] } = JSON.parse(text || '{}') as Secrets;
  return items.map(({ metadata, data }) => ({
    name: metadata.labels.name,
    namespace,
    chart: chartOf(data?.release ?? ''),
  }));
}

/** Whether a release is one of upstream's two charts. */
export function isKeda({ chart }: Release): boolean {
  return CHARTS.includes(chart);
}

/** Helm packs a record twice: as base64 of gzip, which Kubernetes encodes once more. */
function chartOf(data: string): string {
  try {
    const packed = Buffer.from(Buffer.from(data, 'base64').toString('latin1'), 'base64');
    return JSON.parse(gunzipSync(packed, { maxOutputLength: MAX_BYTES }).toString('utf8')).chart.metadata.name;
  } catch {
    return '';
  }
}
