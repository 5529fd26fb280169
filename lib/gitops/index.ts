export { ArgoCdApplications, type ArgoCdApplicationsProps } from './argocd';
export { ArgoCdHealthChecks, type ArgoCdHealthChecksProps } from './argocd-health';
export type { ArgoCdProps } from './argocd-rules';
export { FluxKustomizations, type FluxKustomizationsProps } from './flux';
export type { FluxProps } from './flux-rules';
export { GitOps, type GitOpsProps } from './gitops';
export { GitOpsChart, PartsChart } from './parts';
