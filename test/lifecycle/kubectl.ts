import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

const ROOT = join(__dirname, '../..');
/** The command line as one file, which starts in a part of the time. Beside the project's modules, which it finds so. */
const CLI = join(ROOT, 'node_modules/.cache', `cli-${process.pid}`, 'main.js');
const ESBUILD = ['cli/main.ts', '--bundle', '--platform=node', '--packages=external', '--log-level=error'];

beforeAll(() => {
  execFileSync('node_modules/.bin/esbuild', [...ESBUILD, `--outfile=${CLI}`], { cwd: ROOT });
});
afterAll(() => rmSync(dirname(CLI), { recursive: true, force: true }));

// A stand-in for kubectl: keeps what it is asked, says that all went well, and answers what a test gives it.
// Its kubeconfig is one line: the name of a context. That of each call goes to `contexts`, with the file's mode.
const PROGRAM = `#!/usr/bin/env bash
kubeconfig=$KUBECONFIG
[[ $kubeconfig == /* ]] || kubeconfig=$PWD/kubeconfig
file=\${@: -1}
[[ $file == /* ]] || file=$PWD/$file
cd "$(dirname "$0")"
if [[ "$1 $2" == 'config view' ]]; then
  if [[ $* == *--context=* ]]; then echo "$*" | sed 's/.*--context=//; s/ --minify.*//'
  elif [[ $* == *clusters* && $* != *contexts* ]]; then echo "https://$(cat "$kubeconfig" | tr -d '\\033\n').example"
  elif [[ -s $kubeconfig ]]; then cat "$kubeconfig"
  elif [[ $* == *--minify* ]]; then echo 'error: current-context must exist in order to minify' >&2; exit 1
  fi
  exit
fi
echo "$1 $(stat -c %a "$kubeconfig") $(cat "$kubeconfig")" >>contexts
case $1 in
  apply | delete) [[ $* == *' -f '* ]] && what=" $(grep -h '^kind: ' "$file" | sort | uniq -c | xargs)" ;;
esac
echo "$*$what" | sed -E 's| -f [^ ]*/| -f |' >>calls
if [[ -e on-$1 ]]; then . ./on-$1; fi
for answer in answers/*; do
  { read -r pattern; read -r until; } <"$answer"
  if [[ $* == $pattern ]] && { [[ -z $until ]] || ! grep -q "^$until" calls; }; then tail -n +3 "$answer"; exit; fi
done
if [[ $1 == apply ]]; then grep -h '^kind: ' "$file"; fi
`;

/** A folder to work in, with a kubectl that only pretends. */
export class FakeCluster {
  public readonly root = mkdtempSync(join(tmpdir(), 'cluster-'));
  /** More variables of the environment. */
  public readonly env: { [name: string]: string } = {};
  private answers = 0;

  constructor() {
    this.put('bin/kubectl', PROGRAM);
    chmodSync(join(this.root, 'bin/kubectl'), 0o755);
    mkdirSync(join(this.root, 'bin/answers'));
    this.put('kubeconfig', 'here');
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

  /** Runs a command in the folder, with nobody to ask. */
  public run(command: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } {
    return this.runAsked(command, '--yes', ...args);
  }

  /** The same, without saying yes beforehand. */
  public runAsked(command: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } {
    return this.spawn(process.execPath, [CLI, command, ...args]);
  }

  /** The same, on a terminal where somebody types `answer`. */
  public runOnTerminal(answer: string, ...args: string[]) {
    const line = [process.execPath, CLI, ...args].join(' ');
    return this.spawn('script', ['-qec', line, '/dev/null'], `${answer}\n`);
  }

  private spawn(command: string, args: string[], input = '') {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: this.root,
      encoding: 'utf8',
      input,
      env: {
        ...process.env,
        KUBECONFIG: join(this.root, 'kubeconfig'),
        PATH: `${join(this.root, 'bin')}${delimiter}${process.env.PATH}`,
        ...this.env,
      },
    });
    return { status, stdout, stderr };
  }

  /** The verb, and mode and content of the kubeconfig, of each call that went to a cluster. */
  public contexts(): string[] {
    const file = join(this.root, 'bin/contexts');
    return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  }

  /** Objects that the cluster already has, as the API server shows them. */
  public has(...objects: object[]): void {
    this.answer('get --ignore-not-found --show-managed-fields*', JSON.stringify({ items: objects }));
  }

  /** What kubectl was asked that begins with one of these words. */
  public calls(...verbs: string[]): string[] {
    const file = join(this.root, 'bin/calls');
    const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
    return lines.filter((line) => verbs.includes(line.split(' ')[0] as string));
  }
}

/** A manifest of the few lines that the commands look at. */
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
