import { command } from '../../shell';
import { fault } from '../model/fault';
import type { Node } from '../model/kinds';
import { conditionOf } from '../model/pods';
import { type ClusterCheck, Symptom } from './check';

const SHOWN = 5;

/** There are nodes that take pods. */
export const nodes: ClusterCheck = {
  name: 'node',
  finds: 'no node takes pods; nodes that are not ready',
  symptom: Symptom.PENDING,
  remedy: 'uncordon, repair or add a node',
  needs: ['Node'],
  run: ({ live }) => {
    const all = live.all('Node');
    const bad = all.flatMap((node) => {
      const reason = problemOf(node);
      return reason ? [{ node, reason }] : [];
    });
    const lost = bad.filter(({ node }) => !node.spec?.unschedulable);
    if (bad.length < all.length && lost.length === 0) return []; // a cordoned node among others is being maintained
    const shown = bad.length === all.length ? bad : lost;
    const { node } = shown[0] ?? {};
    return [
      {
        severity: bad.length === all.length ? 'error' : 'warning',
        subject: node
          ? `Node ${shown
              .map(({ node: { metadata } }) => metadata.name)
              .slice(0, SHOWN)
              .join(', ')}`
          : 'Node',
        cause:
          bad.length === all.length
            ? 'no node takes a pod: no function can wake'
            : `${lost.length} of ${all.length} nodes do not work`,
        evidence: shown.slice(0, SHOWN).map(({ node: { metadata }, reason }) => `node ${metadata.name}: ${reason}`),
        fix: node?.spec?.unschedulable
          ? command`kubectl uncordon ${node.metadata.name}`
          : command`kubectl describe nodes ${node ? [node.metadata.name] : []}`.trim(),
        is: bad.length === all.length ? [fault('nodes')] : [],
      },
    ];
  },
};

function problemOf({ spec, status }: Node): string | undefined {
  if (spec?.unschedulable) return 'it is cordoned';
  const ready = conditionOf(status?.conditions, 'Ready');
  return ready?.status === 'True' ? undefined : `Ready is ${ready?.status ?? 'not set'}: ${ready?.message ?? ''}`;
}
