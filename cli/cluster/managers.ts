/** Field managers of people and of Helm, whose fields a folder may replace. */
export function isPredecessor(manager: string): boolean {
  return /^(helm$|kubectl|before-first-apply$)/.test(manager);
}

/** Field managers that keep what they write for their own work. */
export function isController(manager: string): boolean {
  return /^(kube-.*|keda|operator)$/.test(manager);
}
