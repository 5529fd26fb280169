import { gunzipSync } from 'node:zlib';

/** Runs kubectl and returns what it prints. */
export type Kubectl = (...args: string[]) => string;

/** Helm's record of a release, as far as it can be read. */
export interface Release {
  readonly name: string;
  readonly namespace: string;
  /** Name of its chart; empty if the record cannot be read. */
  readonly chart: string;
}

const CHARTS = ['keda', 'keda-add-ons-http'];
const MAX_BYTES = 2 ** 26;

/** Helm's records in a namespace, of one release or of all; those of former revisions are left out. */
export function releasesIn(kubectl: Kubectl, namespace: string, name?: string): Release[] {
  const selector = `owner=helm,status!=superseded${name === undefined ? '' : `,name=${name}`}`;
  const { items = [] } = JSON.parse(kubectl('get', 'secrets', '-n', namespace, '-l', selector, '-o', 'json') || '{}');
  return items.map(({ metadata, data }: { metadata: { labels: { name: string } }; data?: { release?: string } }) => ({
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
