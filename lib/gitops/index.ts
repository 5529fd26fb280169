export { ArgoCdApplications, type ArgoCdApplicationsProps } from './argocd';
export { ArgoCdHealthChecks } from './argocd-health';
export type { ArgoCdProps } from './argocd-props';
export { FluxKustomizations, type FluxKustomizationsProps } from './flux';
export type { FluxProps } from './flux-props';
export { GitOps } from './gitops';
export { type ClusterKind, GitOpsChart, type Part, PartsChart } from './parts';
export type { ArgoCdHealthChecksProps, GitOpsProps } from './props';
