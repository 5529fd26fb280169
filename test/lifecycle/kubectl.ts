import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

// A stand-in for kubectl: keeps what it is asked, says that all went well, and answers what a test gives it.
const PROGRAM = `#!/usr/bin/env bash
cd "$(dirname "$0")"
case $1 in
  apply | delete) [[ $* == *' -f '* ]] && what=" $(grep -h '^kind: ' "\${@: -1}" | sort | uniq -c | xargs)" ;;
esac
echo "$*$what" | sed -E 's| -f [^ ]*/| -f |' >>calls
for answer in answers/*; do
  { read -r pattern; read -r until; } <"$answer"
  if [[ $* == $pattern ]] && { [[ -z $until ]] || ! grep -q "^$until" calls; }; then tail -n +3 "$answer"; exit; fi
done
if [[ $1 == apply ]]; then grep -h '^kind: ' "\${@: -1}"; fi
`;

/** A folder to work in, with a kubectl that only pretends. */
export class FakeCluster {
  public readonly root = mkdtempSync(join(tmpdir(), 'cluster-'));
  private answers = 0;

  constructor() {
    this.put('bin/kubectl', PROGRAM);
    chmodSync(join(this.root, 'bin/kubectl'), 0o755);
    mkdirSync(join(this.root, 'bin/answers'));
  }

  public put(file: string, content: string): void {
    mkdirSync(dirname(join(this.root, file)), { recursive: true });
    writeFileSync(join(this.root, file), content);
  }

  /**
   * What kubectl says when its arguments match a pattern of bash, until it has been asked what begins with `until`. The
   * first pattern wins.
   */
  public answer(pattern: string, text: string, until = ''): void {
    this.put(`bin/answers/${String(this.answers++).padStart(3, '0')}`, `${pattern}\n${until}\n${text}`);
  }

  /** Runs a script of the project in the folder. */
  public run(script: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } {
    const { status, stdout, stderr } = spawnSync(join(__dirname, '../../scripts', script), args, {
      cwd: this.root,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${join(this.root, 'bin')}${delimiter}${process.env.PATH}` },
    });
    return { status, stdout, stderr };
  }

  /** What kubectl was asked that begins with one of these words. */
  public calls(...verbs: string[]): string[] {
    const file = join(this.root, 'bin/calls');
    const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
    return lines.filter((line) => verbs.includes(line.split(' ')[0] as string));
  }
}

/** A manifest of the few lines that the scripts look at. */
export function manifest(apiVersion: string, kind: string, name: string, namespace?: string, rest = ''): string {
  const inNamespace = namespace ? `  namespace: ${namespace}\n` : '';
  return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: ${name}\n${inNamespace}${rest}`;
}

/** What the API server says of the kinds it has. */
export const API_RESOURCES = [
  'customresourcedefinitions crd,crds apiextensions.k8s.io/v1 false CustomResourceDefinition',
  'namespaces ns v1 false Namespace',
  'services svc v1 true Service',
  'deployments deploy apps/v1 true Deployment',
  'networkpolicies netpol networking.k8s.io/v1 true NetworkPolicy',
  'interceptorroutes http.keda.sh/v1beta1 true InterceptorRoute',
  'apiservices apiregistration.k8s.io/v1 false APIService',
  'validatingwebhookconfigurations admissionregistration.k8s.io/v1 false ValidatingWebhookConfiguration',
].join('\n');

/** A folder with one object of each sort, as the reference app lays it out. */
export function putInstallation(cluster: FakeCluster): void {
  const crd = (kind: string) =>
    manifest(
      'apiextensions.k8s.io/v1',
      'CustomResourceDefinition',
      `${kind.toLowerCase()}s.keda.sh`,
      undefined,
      `spec:\n  group: keda.sh\n  names:\n    kind: ${kind}\n`,
    );
  cluster.put('dist/production/keda/crds.yaml', `# Generated\n${crd('ScaledObject')}---\n${crd('ScaledJob')}`);
  cluster.put(
    'dist/production/keda/keda.yaml',
    [
      manifest('v1', 'Namespace', 'keda'),
      manifest('apps/v1', 'Deployment', 'keda-operator', 'keda'),
      manifest('apiregistration.k8s.io/v1', 'APIService', 'v1beta1.external.metrics.k8s.io'),
      manifest('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', 'keda-admission'),
      manifest('keda.sh/v1alpha1', 'ScaledObject', 'interceptor', 'keda'),
    ].join('---\n'),
  );
  cluster.put('dist/production/edge/tunnel.yaml', manifest('apps/v1', 'Deployment', 'cloudflared', 'edge'));
  cluster.put(
    'dist/production/functions/shop/project.yaml',
    [
      manifest('v1', 'Namespace', 'fn-shop'),
      manifest('networking.k8s.io/v1', 'NetworkPolicy', 'functions', 'fn-shop'),
    ].join('---\n'),
  );
  cluster.put(
    'dist/production/functions/shop/cart.yaml',
    [
      manifest('v1', 'Service', 'fn-cart', 'fn-shop'),
      manifest(
        'apps/v1',
        'Deployment',
        'fn-cart',
        'fn-shop',
        'spec:\n  selector:\n    matchLabels:\n      app: fn-cart\n',
      ),
      manifest('keda.sh/v1alpha1', 'ScaledObject', '"fn-cart"', 'fn-shop'),
    ].join('---\n'),
  );
}
