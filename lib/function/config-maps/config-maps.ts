import type { ApiObject } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { sortedEntries } from '../../compare';
import { reject } from '../../errors';
import { addObject } from '../../object/object';
import type { FunctionMetadata } from '../metadata/metadata';
import type { PodSettings } from '../pod/fields';
import type { ContainerProcessProps } from '../process/props';
import type { ConfigMapDeclaration } from './props';

/** Makes the ConfigMaps that are declared beside a function. */
export function addConfigMaps(
  scope: Construct,
  metadata: FunctionMetadata,
  { configMaps = {} }: PodSettings,
): ApiObject[] {
  return sortedEntries<ConfigMapDeclaration>(configMaps).map(([name, { data, binaryData, files }]) => {
    if (files) reject(scope, `configMaps.${name}.files is what a catalog reads; allowed: data, binaryData`);
    return addObject(k8s.KubeConfigMap, scope, `config-map-${name}`, {
      metadata: { ...metadata, name },
      data,
      binaryData,
    });
  });
}

/** The ConfigMaps that nothing of the function refers to, a sentence each. */
export function unusedConfigMaps({ configMaps = {}, ...settings }: PodSettings & ContainerProcessProps): string[] {
  const used = new Set(
    [settings, ...(settings.initContainers ?? [])].flatMap(
      ({ envFromConfigMaps = [], envValueFrom = {}, volumes = {} }) => [
        ...envFromConfigMaps,
        ...[
          ...Object.values(envValueFrom),
          ...Object.values(volumes),
          ...Object.values(volumes).flatMap(({ projected = [] }) => projected),
        ].map(({ configMap }) => configMap),
      ],
    ),
  );
  return Object.keys(configMaps)
    .filter((name) => !used.has(name))
    .map((name) => `configMaps.${name} is in no volume and no variable of the function, whose pods it starts anew`);
}
