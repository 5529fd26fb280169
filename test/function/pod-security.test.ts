import { App } from 'cdk8s';
import { load } from 'js-yaml';
import { PodSecurity, ProjectChart, toFiles, warningsOf } from '../../lib';

function build(podSecurity?: PodSecurity) {
  const app = new App();
  new ProjectChart(app, 'p', { name: 'p', podSecurity, networkPolicy: false, labels: { 'example.com/team': 'a' } });
  const { labels } = (load(toFiles(app)['p.yaml'] as string) as { metadata: { labels: { [key: string]: string } } })
    .metadata;
  return { labels, warnings: warningsOf(app) };
}

test('a namespace is restricted, without a warning', () => {
  const { labels, warnings } = build();
  expect(labels['pod-security.kubernetes.io/enforce']).toBe('restricted');
  expect(labels['example.com/team']).toBe('a');
  expect(warnings).toEqual([]);
  expect(build(PodSecurity.RESTRICTED)).toEqual({ labels, warnings });
});

test.each([PodSecurity.BASELINE, PodSecurity.PRIVILEGED])('%s in every mode, with a warning', (level) => {
  const { labels, warnings } = build(level);
  for (const mode of ['enforce', 'warn', 'audit']) expect(labels[`pod-security.kubernetes.io/${mode}`]).toBe(level);
  expect(warnings).toEqual([expect.stringMatching(new RegExp(`^p: podSecurity ${level} lets every pod `))]);
});
