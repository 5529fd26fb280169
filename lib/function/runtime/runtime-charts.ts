import type { Construct } from 'constructs';
import { FunctionChart } from '../function-chart';
import type { FunctionProps } from '../props';
import { Runtime } from './runtime';

/** A function in Go. */
export class GoFunctionChart extends FunctionChart {
  constructor(scope: Construct, id: string, props: FunctionProps) {
    super(scope, id, { ...props, runtime: Runtime.GO });
  }
}

/** A function in Rust. */
export class RustFunctionChart extends FunctionChart {
  constructor(scope: Construct, id: string, props: FunctionProps) {
    super(scope, id, { ...props, runtime: Runtime.RUST });
  }
}

/** A function in Node.js. */
export class NodeFunctionChart extends FunctionChart {
  constructor(scope: Construct, id: string, props: FunctionProps) {
    super(scope, id, { ...props, runtime: Runtime.NODE });
  }
}

/** A function in Python. */
export class PythonFunctionChart extends FunctionChart {
  constructor(scope: Construct, id: string, props: FunctionProps) {
    super(scope, id, { ...props, runtime: Runtime.PYTHON });
  }
}
