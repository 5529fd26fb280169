import { type FunctionMetadataProps, Naming } from '../../../lib';
import type { EffectsOf } from './paths';

const OBJECTS = ['Deployment', 'Service', 'InterceptorRoute', 'ScaledObject', 'HTTPScaledObject'];
const TEMPLATE = 'Deployment/spec/template/metadata';
const team = { 'example.com/team': 'orders' };

export const METADATA_EFFECTS: EffectsOf<FunctionMetadataProps> = {
  labels: [
    {
      given: { labels: team },
      at: Object.fromEntries(OBJECTS.map((kind) => [`${kind}/metadata/labels/example.com~1team`, 'orders'])),
    },
  ],
  annotations: [
    {
      given: { annotations: team },
      at: Object.fromEntries(OBJECTS.map((kind) => [`${kind}/metadata/annotations/example.com~1team`, 'orders'])),
    },
  ],
  podLabels: [
    {
      given: { podLabels: team },
      at: { [`${TEMPLATE}/labels`]: { ...new Naming().labelsOf({ project: 'shop', name: 'hello' }), ...team } },
    },
  ],
  podAnnotations: [{ given: { podAnnotations: team }, at: { [`${TEMPLATE}/annotations`]: team } }],
};
