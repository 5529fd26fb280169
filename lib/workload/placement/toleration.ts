/** How a toleration compares its value with that of a taint. */
export enum TolerationOperator {
  /** The values are the same. */
  EQUAL = 'Equal',
  /** Whatever the value is. */
  EXISTS = 'Exists',
}

/** What a taint does to pods that do not tolerate it. */
export enum TaintEffect {
  /** No such pod is put on the node. */
  NO_SCHEDULE = 'NoSchedule',
  /** Such a pod is put elsewhere, if it can be. */
  PREFER_NO_SCHEDULE = 'PreferNoSchedule',
  /** Such a pod is also taken away from the node. */
  NO_EXECUTE = 'NoExecute',
}

/** Taints of nodes that pods are put on all the same. */
export interface Toleration {
  /** Key of the taint. @default - any, with the operator Exists */
  readonly key?: string;
  /** How the value is compared. @default TolerationOperator.EQUAL */
  readonly operator?: TolerationOperator;
  /** Value of the taint; none with the operator Exists. @default - the empty text */
  readonly value?: string;
  /** Effect of the taint. @default - any */
  readonly effect?: TaintEffect;
  /** Seconds for which a pod stays after the taint appears, with the effect NoExecute. @default - for ever */
  readonly tolerationSeconds?: number;
}
