export * from './component-props';
export { KedaPlatform } from './keda-platform';
export type { OpenTelemetryProps } from './open-telemetry/props';
export type { PlatformPodProps } from './pods/props';
export type { KedaPlatformProps } from './props';
export { Rbac } from './rights/rbac';
export { Sizing } from './sizing';
export { type InterceptorTlsProps, TlsVersion } from './tls/props';
export { HTTP_ADD_ON_VERSION, KEDA_VERSION, type PlatformImagesProps } from './versions';
