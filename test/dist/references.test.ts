import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { dangling } from './references';

// biome-ignore lint/suspicious/noExplicitAny: manifests of all kinds
type Manifest = any;

const DIST = join(__dirname, '../../dist/production');
// made by hand, by KEDA's operator, and with Argo CD itself
const ELSEWHERE = [...['Secret cloudflared/tunnel-credentials', 'Secret keda/kedaorg-certs', 'Namespace argocd']];

const load = (): Manifest[] =>
  (readdirSync(DIST, { recursive: true }) as string[])
    .filter((file) => file.endsWith('.yaml'))
    .flatMap((file) => loadAll(readFileSync(join(DIST, file), 'utf8')))
    .filter((each) => each !== null);
const find = (all: Manifest[], kind: string, name: string) =>
  all.find((each) => each.kind === kind && each.metadata.name === name);

test('nothing in dist leads nowhere', () => {
  expect(dangling(load(), ELSEWHERE)).toEqual([]);
});

test.each<[what: string, breaks: (all: Manifest[]) => void, line: string]>([
  [
    'a Service that selects no pod',
    (all) => {
      find(all, 'Service', 'fn-hello').spec.selector.app = 'fn-helo';
    },
    'Service fn-my-project/fn-hello selects no pod',
  ],
  [
    'a port that no pod has',
    (all) => {
      find(all, 'Service', 'fn-hello').spec.ports[0].targetPort = 'web';
    },
    'Service fn-my-project/fn-hello leads to port web, which no pod has',
  ],
  [
    'a probe of a port that is not there',
    (all) => {
      const [container] = find(all, 'Deployment', 'fn-hello').spec.template.spec.containers;
      container.livenessProbe.httpGet.port = 'web';
    },
    'Deployment fn-my-project/fn-hello probes port web, which no container has',
  ],
  [
    'a Deployment that does not select its pods',
    (all) => {
      find(all, 'Deployment', 'keda-operator').spec.selector.matchLabels.app = 'x';
    },
    'Deployment keda/keda-operator selects not its own pods',
  ],
  [
    'a target that is gone',
    (all) => {
      find(all, 'ScaledObject', 'fn-process').spec.scaleTargetRef.name = 'fn-proces';
    },
    'ScaledObject fn-my-project/fn-process names Deployment fn-my-project/fn-proces',
  ],
  [
    'the address of a scaler that is not there',
    (all) => {
      find(all, 'ScaledObject', 'fn-process').spec.triggers[0].metadata.scalerAddress = 'scaler.keda:9090';
    },
    'ScaledObject fn-my-project/fn-process names Service keda/scaler',
  ],
  [
    'a NetworkPolicy for nobody',
    (all) => {
      find(all, 'NetworkPolicy', 'keda-operator').spec.podSelector.matchLabels.app = 'x';
    },
    'NetworkPolicy keda/keda-operator selects no pod',
  ],
  [
    'a role that is not there',
    (all) => {
      find(all, 'ClusterRoleBinding', 'keda-operator').roleRef.name = 'x';
    },
    'ClusterRoleBinding keda-operator names ClusterRole x',
  ],
  [
    'an account that is not there',
    (all) => {
      find(all, 'Deployment', 'keda-operator').spec.template.spec.serviceAccountName = 'x';
    },
    'Deployment keda/keda-operator names ServiceAccount keda/x',
  ],
  [
    'a webhook of a Service that is not there',
    (all) => {
      find(all, 'ValidatingWebhookConfiguration', 'keda-admission').webhooks[0].clientConfig.service.name = 'x';
    },
    'ValidatingWebhookConfiguration keda-admission names Service keda/x',
  ],
])('%s is found', (_, breaks, line) => {
  const all = load();
  breaks(all);
  expect(dangling(all, ELSEWHERE)).toContain(line);
});
