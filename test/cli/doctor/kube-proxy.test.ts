import { stringify } from 'yaml';
import { diagnose } from '../../../cli/doctor/diagnose';
import { look } from '../../../cli/doctor/read/look';
import { exitCodeOf, reportOf } from '../../../cli/doctor/report';
import { toText } from '../../../cli/doctor/text';
import { fakeCluster, forbidden } from './api-server';
import { World } from './world';

const world = new World();

/** What is found on a cluster with a ConfigMap of kube-system. */
async function found(name: string, data: { [key: string]: string }, status = 200) {
  const path = `/api/v1/namespaces/kube-system/configmaps/${name}`;
  const cluster = fakeCluster(world, (asked) => {
    if (asked !== path) return undefined;
    return status === 200 ? { status, body: { data } } : forbidden(name);
  });
  return look(cluster, world.desired);
}

const configured = (more: object) =>
  stringify({ apiVersion: 'kubeproxy.config.k8s.io/v1alpha1', kind: 'KubeProxyConfiguration', ...more });

test.each([
  [
    'as kubeadm makes it',
    'kube-proxy',
    { mode: '', iptables: { minSyncPeriod: '0s' } },
    'iptables.minSyncPeriod is 0s, which means 1000 ms',
  ],
  ['without the setting', 'kube-proxy', {}, 'iptables.minSyncPeriod is not set, which means 1000 ms'],
  [
    'with a longer one, of EKS',
    'kube-proxy-config',
    { mode: 'iptables', iptables: { minSyncPeriod: '1m0.5s' } },
    'iptables.minSyncPeriod is 1m0.5s, which means 60500 ms',
  ],
  [
    'in the mode nftables',
    'kube-proxy',
    { mode: 'nftables', iptables: { minSyncPeriod: '10ms' } },
    'nftables.minSyncPeriod is not set, which means 1000 ms',
  ],
])('a kube-proxy %s', async (_, name, more, evidence) => {
  const findings = diagnose(await found(name, { 'kubeconfig.conf': 'kind: Config', 'config.conf': configured(more) }));
  expect(findings).toMatchObject([
    { check: 'kube-proxy', severity: 'hint', subject: `ConfigMap kube-system/${name}`, evidence: [evidence] },
  ]);
  expect(findings[0]!.fix).toContain(`kubectl -n kube-system edit configmap ${name}; `);
});

test.each([
  ['that is told to be quick', 'kube-proxy', { iptables: { minSyncPeriod: '100ms' } }],
  ['that does not wait', 'kube-proxy', { mode: 'ipvs', ipvs: { minSyncPeriod: '0s' } }],
  ['that is not what it says', 'kube-proxy', { kind: 'KubeletConfiguration' }],
  ['that is kept elsewhere', 'kube-proxy-of-mine', {}],
])('a kube-proxy %s', async (_, name, more) => {
  expect(diagnose(await found(name, { 'config.conf': configured(more) }))).toEqual([]);
});

test('where nobody may see it, nothing is said', async () => {
  expect(diagnose(await found('kube-proxy', {}, 403))).toEqual([]);
});

test('with a hint alone a cluster is healthy', async () => {
  const snapshot = await found('kube-proxy', { 'config.conf': configured({}) });
  const report = reportOf({ snapshot, context: 'prod', explicitContext: false, timelines: false });
  expect([report.healthy, exitCodeOf(report)]).toEqual([true, 0]);
  expect(report.checks).toContainEqual({ check: 'kube-proxy', severity: 'hint' });
  expect(toText(report, false)).toMatch(
    /^hint ConfigMap kube-system\/kube-proxy \(kube-proxy\)\n {2}cause[\s\S]*\n\nhealthy, 1 hint: 3 functions and the platform of test/,
  );
});
