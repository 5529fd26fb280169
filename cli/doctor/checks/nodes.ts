import { command } from '../../shell';
import { fault } from '../model/fault';
import type { Node } from '../model/kinds';
import { conditionOf, tell } from '../model/pods';
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
    const none = bad.length === all.length;
    if (!none && lost.length === 0) return undefined; // a cordoned node among others is being maintained
    const shown = none ? bad : lost;
    const { node } = shown[0] ?? {};
    const names = shown.map((one) => one.node.metadata.name);
    return {
      severity: none ? 'error' : 'warning',
      subject: `Node ${names.slice(0, SHOWN).join(', ')}`.trim(),
      cause: none ? 'no node takes a pod: no function can wake' : `${lost.length} of ${all.length} nodes do not work`,
      evidence: shown.slice(0, SHOWN).map(({ reason }, index) => `node ${names[index]}: ${reason}`),
      fix: node?.spec?.unschedulable
        ? command`kubectl uncordon ${node.metadata.name}`
        : command`kubectl describe nodes ${node ? [node.metadata.name] : []}`.trim(),
      is: none ? [fault('nodes')] : [],
    };
  },
};

function problemOf({ spec, status }: Node): string | undefined {
  if (spec?.unschedulable) return 'it is cordoned';
  const ready = conditionOf(status?.conditions, 'Ready');
  return ready?.status === 'True' ? undefined : tell('Ready', ready);
}
