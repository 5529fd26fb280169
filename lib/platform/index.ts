export { type ComponentProps, type InterceptorProps, LogLevel, type ProcessProps, type ScalerProps } from './component';
export { KedaPlatform, type KedaPlatformProps } from './keda-platform';
export { Sizing } from './sizing';
export { HTTP_ADD_ON_VERSION, KEDA_VERSION, type PlatformImagesProps } from './versions';
