/** What is said beside a function: nothing of it finds a pod or changes what runs. */
export interface FunctionMetadataProps {
  /** More labels of the function's objects; those that this library sets are refused. @default - none */
  readonly labels?: { [key: string]: string };
  /** Annotations of the function's objects. @default - none */
  readonly annotations?: { [key: string]: string };
  /** More labels of the pods; those by which they are found are refused. A change starts new pods. @default - none */
  readonly podLabels?: { [key: string]: string };
  /** Annotations of the pods, such as those that a mesh reads. A change starts new pods. @default - none */
  readonly podAnnotations?: { [key: string]: string };
}
