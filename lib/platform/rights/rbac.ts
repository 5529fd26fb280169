/** What KEDA and its add-on may do in the cluster. */
export enum Rbac {
  /** What upstream's charts grant: in effect everything. */
  UPSTREAM = 'upstream',
  /** What the declared functions, jobs and authentications need, and in their namespaces alone. */
  FUNCTIONS = 'functions',
  /** Both, on the way from `upstream` to `functions`: what each namespace needs is there before the rest goes. */
  BOTH = 'both',
}
