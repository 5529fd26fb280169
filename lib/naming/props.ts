/**
 * What objects are called and labelled. Texts are patterns: `{project}` and `{function}` stand for the names, `{object}`
 * for the name of the function's objects and `{id}` for its id. A label whose `{id}` a function does not have is left
 * out.
 */
export interface NamingProps {
  /** Namespace of a project, by `{project}`. Without it the projects share one. @default "fn-{project}" */
  readonly namespace?: string;
  /**
   * Name of a function's objects, by `{function}`, and by `{project}` where projects share a namespace.
   * @default "fn-{function}"
   */
  readonly object?: string;
  /**
   * The labels by which the pods of a function are found, in place of the default's. They cannot be changed in a
   * Deployment that is there: it would have to be made again.
   * @default { "app.kubernetes.io/name": "{function}", "app.kubernetes.io/instance": "{object}" }
   */
  readonly selector?: { [label: string]: string };
  /**
   * The other labels of a function's objects and pods, in place of the default's. A change starts new pods.
   * @default {
   *   "app.kubernetes.io/name": "{function}",
   *   "app.kubernetes.io/instance": "{object}",
   *   "app.kubernetes.io/part-of": "{project}",
   *   "app.kubernetes.io/component": "function",
   *   "app.kubernetes.io/managed-by": "cdk8s-keda-functions",
   *   "function-id": "{id}"
   * }
   */
  readonly labels?: { [label: string]: string };
  /**
   * Labels of the namespaces that are made here, by `{project}`, in place of the default's.
   * @default {
   *   "app.kubernetes.io/part-of": "{project}",
   *   "app.kubernetes.io/component": "functions",
   *   "app.kubernetes.io/managed-by": "cdk8s-keda-functions"
   * }
   */
  readonly namespaceLabels?: { [label: string]: string };
}
