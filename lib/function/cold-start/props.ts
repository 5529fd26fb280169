/** What happens to a request while no pod of the function is ready. */
export interface FunctionColdStartProps {
  /** What happens to a request while no pod is ready. @default - it waits, and gets 504 after `readinessTimeout` */
  readonly coldStart?: ColdStart;
}

/** Exactly one of `fallback` and `placeholder`: beside a placeholder nobody waits. */
export interface ColdStart {
  /** Who gets a request for which no pod was ready within `readinessTimeout`. @default - none, it gets 504 */
  readonly fallback?: ColdStartFallback;
  /**
   * What a request gets at once while no pod is ready. It wakes the function, and is answered by nobody else: the client
   * asks again. Not with `Scaler.HTTP_SCALED_OBJECT`.
   * @default - none, it waits
   */
  readonly placeholder?: ColdStartPlaceholder;
}

/** A Service beside the function that always has pods. */
export interface ColdStartFallback {
  /** Name of the Service, in the function's namespace. */
  readonly service: string;
  /** Port of the Service. @default 80 */
  readonly port?: number;
}

/** A fixed response; its body is at most one of `body`, `pages` and `bodyFromConfigMap`. */
export interface ColdStartPlaceholder {
  /** Status code, from 200 to 599. @default 503 */
  readonly statusCode?: number;
  /** Headers of the response, such as `Retry-After`. @default - none */
  readonly headers?: { [name: string]: string };
  /** The body, at most 32768 characters. @default - none */
  readonly body?: string;
  /**
   * Bodies by path, in a ConfigMap that is made here: `index.html` is that of `/`, `a.css` that of `/a.css`, any other path
   * has none. The content type follows from the name. Needs `interceptor.readConfigMaps` of the platform.
   * @default - none
   */
  readonly pages?: { [file: string]: string };
  /** The body from a ConfigMap that exists. Needs `interceptor.readConfigMaps` of the platform. @default - none */
  readonly bodyFromConfigMap?: PlaceholderConfigMap;
}

/** A ConfigMap in the function's namespace with the label `http.keda.sh/response-body: "true"`. */
export interface PlaceholderConfigMap {
  /** Name of the ConfigMap. */
  readonly name: string;
  /** Its key. @default - by path, as with `pages` */
  readonly key?: string;
}
