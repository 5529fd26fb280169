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

/** A function in Java, or another language of the JVM. */
export class JavaFunctionChart extends FunctionChart {
  constructor(scope: Construct, id: string, props: FunctionProps) {
    super(scope, id, { ...props, runtime: Runtime.JAVA });
  }
}

/** A function in .NET. */
export class DotnetFunctionChart extends FunctionChart {
  constructor(scope: Construct, id: string, props: FunctionProps) {
    super(scope, id, { ...props, runtime: Runtime.DOTNET });
  }
}

/** A function in Deno. */
export class DenoFunctionChart extends FunctionChart {
  constructor(scope: Construct, id: string, props: FunctionProps) {
    super(scope, id, { ...props, runtime: Runtime.DENO });
  }
}

/** A function in Bun. */
export class BunFunctionChart extends FunctionChart {
  constructor(scope: Construct, id: string, props: FunctionProps) {
    super(scope, id, { ...props, runtime: Runtime.BUN });
  }
}

/** A function of any image. */
export class ContainerFunctionChart extends FunctionChart {
  constructor(scope: Construct, id: string, props: FunctionProps) {
    super(scope, id, { ...props, runtime: Runtime.CONTAINER });
  }
}
