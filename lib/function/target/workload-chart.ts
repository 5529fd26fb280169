import type { Construct } from 'constructs';
import { FunctionChart } from '../function-chart';
import type { FunctionChartProps } from '../props';
import { Runtime } from '../runtime/runtime';
import type { WorkloadProps } from './props';

/** A workload that is made elsewhere, called and scaled as a function is. */
export class WorkloadChart extends FunctionChart {
  constructor(scope: Construct, id: string, props: WorkloadProps) {
    super(scope, id, { ...props, runtime: Runtime.CONTAINER } as Partial<FunctionChartProps> as FunctionChartProps);
  }
}
