/** How KEDA counts the jobs that it starts. */
export enum JobScaling {
  /** One for each item, less those that run. */
  DEFAULT = 'default',
  /** As the two custom settings say. */
  CUSTOM = 'custom',
  /** One for each item, less those whose pod does not run yet: for queues that hide what is being worked on. */
  ACCURATE = 'accurate',
  /** As many as there is room for, as long as items wait. */
  EAGER = 'eager',
}

/** What several triggers together say. */
export enum MultipleScalersCalculation {
  MAX = 'max',
  MIN = 'min',
  AVG = 'avg',
  SUM = 'sum',
}

/** How KEDA counts the jobs that it starts, in its own terms. */
export interface JobScalingStrategy {
  /** The way of counting. @default JobScaling.DEFAULT */
  readonly strategy?: JobScaling;
  /** Items that start no job, with the strategy custom. @default - none */
  readonly customScalingQueueLengthDeduction?: number;
  /** Share of the jobs that run that is taken off, from 0 to 1; the strategy custom needs it. @default - none */
  readonly customScalingRunningJobPercentage?: number;
  /** Conditions of a pod that all have to be true before its job is no longer pending, such as `Ready`. @default - it runs or has ended */
  readonly pendingPodConditions?: string[];
  /** What several triggers together say. @default MultipleScalersCalculation.MAX */
  readonly multipleScalersCalculation?: MultipleScalersCalculation;
}

/** What becomes of the jobs that run when their declaration changes. */
export enum JobRolloutStrategy {
  /** They end as they began; only new ones are as the new declaration says. */
  GRADUAL = 'gradual',
  /** They are deleted, their work with them: what KEDA does by itself. */
  IMMEDIATE = 'immediate',
}

/** In which order Kubernetes deletes a job and its pods. */
export enum PropagationPolicy {
  /** The pods first. */
  FOREGROUND = 'foreground',
  /** The job first. */
  BACKGROUND = 'background',
}

/** What KEDA does with the jobs that run when their declaration changes. */
export interface JobRollout {
  /** Whether they may end. @default JobRolloutStrategy.GRADUAL */
  readonly strategy?: JobRolloutStrategy;
  /** How they are deleted, with the strategy immediate. @default PropagationPolicy.BACKGROUND */
  readonly propagationPolicy?: PropagationPolicy;
}
