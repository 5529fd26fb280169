/** Deployment, ScaledObject and account of the interceptor. */
export const INTERCEPTOR = 'keda-add-ons-http-interceptor';
/** Service to which the edge sends every request. */
export const INTERCEPTOR_PROXY = 'keda-add-ons-http-interceptor-proxy';
/** Port of that Service and of the pods behind it. */
export const PROXY_PORT = 8080;
/** Service through which the scaler finds the interceptor's pods. */
export const INTERCEPTOR_ADMIN = 'keda-add-ons-http-interceptor-admin';
/** Deployment, Service and account of the scaler. */
export const SCALER = 'keda-add-ons-http-external-scaler';
/** Account of the operator. */
export const OPERATOR_ACCOUNT = 'keda-add-ons-http';

/** Port of the interceptor's `/queue`. */
export const ADMIN_PORT = 9090;
/** Port of the scaler's gRPC. */
export const SCALER_PORT = 9090;

/** Volume group of the upstream chart. */
export const FS_GROUP = 1000;
