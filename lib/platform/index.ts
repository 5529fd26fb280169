export { type ComponentProps, type InterceptorProps, LogLevel, type ProcessProps, type ScalerProps } from './component';
export { KedaPlatform } from './keda-platform';
export type { KedaPlatformProps } from './props';
export { Sizing } from './sizing';
export { HTTP_ADD_ON_VERSION, KEDA_VERSION, type PlatformImagesProps } from './versions';
