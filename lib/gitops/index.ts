export { ArgoCdApplications, type ArgoCdApplicationsProps } from './argocd';
export { ArgoCdHealthChecks, type ArgoCdHealthChecksProps } from './argocd-health';
export type { ArgoCdProps } from './argocd-props';
export { FluxKustomizations, type FluxKustomizationsProps } from './flux';
export type { FluxProps } from './flux-props';
export { GitOps, type GitOpsProps } from './gitops';
export { GitOpsChart, PartsChart } from './parts';
