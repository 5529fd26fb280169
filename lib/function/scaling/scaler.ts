import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { HttpScaledObject, InterceptorRoute } from '../../../imports/http.keda.sh';
import type { ScaledObjectSpecTriggers } from '../../../imports/keda.sh';
import { addObject } from '../../object/object';
import { scalerAddress } from '../../platform/components';
import { goDuration } from '../../values/duration';
import type { ColdStartForms } from '../cold-start/cold-start';
import type { FunctionSettings } from '../fields';
import { CONCURRENCY, REQUEST_RATE } from './names';
import { Scaler, type ScalingProps } from './props';
import { addScaledObject, type ScaledObjectProps } from './scaled-object';

/** Whether an HTTPScaledObject, which takes one metric, scales by concurrency: when that alone is given. */
export function scalesByConcurrency({ concurrency, requestRate }: ScalingProps): boolean {
  return concurrency !== undefined && requestRate === undefined;
}

/** What a scaler needs to know of its function. */
export interface FunctionScalerProps extends ScaledObjectProps {
  readonly kedaNamespace: string;
  readonly hosts: string[];
  readonly coldStart: ColdStartForms;
  /** Which of the two metrics an HTTPScaledObject scales by; an InterceptorRoute scales by both. */
  readonly byConcurrency: boolean;
}

/** Routes a function's hosts to its Service and scales its target. */
export class FunctionScaler extends Construct {
  public readonly route?: ApiObject;
  public readonly httpScaledObject?: ApiObject;
  public readonly scaledObject?: ApiObject;

  constructor(scope: Construct, id: string, props: FunctionScalerProps) {
    super(scope, id);
    if (props.settings.scaler === Scaler.HTTP_SCALED_OBJECT) {
      this.httpScaledObject = this.scaleAlone(props);
      this.route = this.httpScaledObject;
      return;
    }
    if (!props.settings.http) {
      this.scaledObject = addScaledObject(this, props);
      return;
    }
    this.route = this.interceptorRoute(props);
    this.httpScaledObject = this.requestRateMetric(props);
    this.scaledObject = addScaledObject(this, props, requestTriggers(props));
  }

  private interceptorRoute(props: FunctionScalerProps): ApiObject {
    const { metadata, scaling, scaled, settings } = props;
    const { pathPrefixes = [], readinessTimeout, requestTimeout, timeout } = settings;
    const paths = pathPrefixes.map((value) => ({ value }));
    return addObject(InterceptorRoute, this, 'route', {
      metadata,
      spec: {
        target: { service: scaled.service, port: scaled.port },
        rules: [{ hosts: props.hosts, ...(paths.length > 0 && { paths }), ...headersOf(settings) }],
        coldStart: props.coldStart.route,
        scalingMetric: { concurrency: scaling.concurrency },
        timeouts: {
          readiness: goDuration(readinessTimeout),
          request: requestTimeout && goDuration(requestTimeout),
          responseHeader: goDuration(timeout),
        },
      },
    });
  }

  // A route's metrics are all pushed, and KEDA answers each push of an active function with a request to the API server.
  // The rate is above zero for a whole window after a request, so it is polled: from an HTTPScaledObject of the route's
  // name, which the interceptor ignores beside the route and of which the add-on makes no ScaledObject.
  private requestRateMetric(props: FunctionScalerProps): ApiObject {
    return addObject(HttpScaledObject, this, 'request-rate', {
      metadata: {
        ...props.metadata,
        annotations: {
          ...props.metadata.annotations,
          'httpscaledobject.keda.sh/skip-scaledobject-creation': 'true',
        },
      },
      spec: { ...target(props), scalingMetric: { requestRate: props.scaling.requestRate } },
    });
  }

  private scaleAlone(props: FunctionScalerProps): ApiObject {
    const { metadata, scaling, settings } = props;
    return addObject(HttpScaledObject, this, 'http-scaled-object', {
      metadata,
      spec: {
        ...target(props),
        coldStartTimeoutFailoverRef: props.coldStart.failover,
        replicas: { min: scaling.minReplicas, max: scaling.maxReplicas },
        scaledownPeriod: scaling.cooldownSeconds,
        initialCooldownPeriod: scaling.initialCooldownSeconds,
        // the add-on's operator refuses an HTTPScaledObject with both
        scalingMetric: props.byConcurrency
          ? { concurrency: scaling.concurrency }
          : { requestRate: scaling.requestRate },
        timeouts: {
          conditionWait: goDuration(settings.readinessTimeout),
          responseHeader: goDuration(settings.timeout),
        },
      },
    });
  }
}

function headersOf({ headers = [] }: FunctionSettings) {
  return headers.length > 0 ? { headers } : {};
}

function target(props: FunctionScalerProps) {
  const { hosts, scaled, settings } = props;
  const { pathPrefixes = [] } = settings;
  const { apiVersion, kind, name } = scaled.scaleTargetRef;
  return {
    hosts,
    ...(pathPrefixes.length > 0 && { pathPrefixes }),
    ...headersOf(settings),
    scaleTargetRef: { apiVersion, kind, name, service: scaled.service, port: scaled.port },
  };
}

/** The triggers of the requests; only a formula asks for them by name. */
function requestTriggers(props: FunctionScalerProps): ScaledObjectSpecTriggers[] {
  const { metadata, scaling, kedaNamespace, settings } = props;
  const address = scalerAddress(kedaNamespace);
  const { targetValue, window, granularity } = scaling.requestRate;
  const named = (name: string) => (settings.scalingModifiers ? { name } : {});
  return [
    {
      type: 'external-push',
      ...named(CONCURRENCY),
      metadata: {
        interceptorRoute: metadata.name,
        scalerAddress: address,
        // KEDA rebuilds the HPA only when the trigger changes, not when the route does (http-add-on issue 1656)
        scalingMetric: `concurrency=${scaling.concurrency.targetValue}`,
      },
    },
    {
      type: 'external',
      ...named(REQUEST_RATE),
      metadata: {
        httpScaledObject: metadata.name,
        scalerAddress: address,
        scalingMetric: `requestRate=${targetValue} window=${window} granularity=${granularity}`,
      },
    },
  ];
}
