export { AuthenticationKind, TriggerAuthentication } from './authentication';
export * from './authentication-props';
export type * from './generated/props';
export { Trigger } from './generated/trigger';
export { MetricTargetType, ScalerTrigger, type TriggerProps, type UntypedTriggerProps } from './scaler-trigger';
export { TriggerAuthenticationChart } from './trigger-authentication-chart';
