/** How a node's label is compared, as the API calls it. */
export enum NodeSelectorOperator {
  /** Its value is one of those that are given. */
  IN = 'In',
  /** It is not there, or its value is none of those that are given. */
  NOT_IN = 'NotIn',
  /** It is there. */
  EXISTS = 'Exists',
  /** It is not there. */
  DOES_NOT_EXIST = 'DoesNotExist',
  /** Its value is a whole number above the one that is given. */
  GT = 'Gt',
  /** Its value is a whole number below the one that is given. */
  LT = 'Lt',
}

/** What a node has to be like, or with a `weight` should be. */
export interface NodeRequirement {
  /** Key of a label of nodes. */
  readonly key: string;
  /** How its value is compared. @default NodeSelectorOperator.IN */
  readonly operator?: NodeSelectorOperator;
  /** Values of the label: one or more with In and NotIn, a whole number with Gt and Lt, else none. @default - none */
  readonly values?: string[];
  /** How much a node that is like it is preferred, 1 to 100; the weights of a node are added up. @default - no other node will do */
  readonly weight?: number;
}

/** Which pods have to be near, or with a `weight` should be. */
export interface PodAffinityTerm {
  /** Label of nodes; those with the same value are near, such as the nodes of a zone. */
  readonly topologyKey: string;
  /** Labels of the other pods. @default - those of the function's own pods */
  readonly matchLabels?: { [label: string]: string };
  /** Namespaces of the other pods. @default - that of the function */
  readonly namespaces?: string[];
  /** How much such a node is preferred, 1 to 100; the weights of a node are added up. @default - no other node will do */
  readonly weight?: number;
}
