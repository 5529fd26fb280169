import type { FunctionConfigMapsProps } from '../function/config-maps/props';
import type { Layers } from './layers';
import type { Problems } from './problems';

/** Who makes which ConfigMap in one environment: of two with one name the later applied would take the other's place. */
export class ConfigMapNames {
  private readonly owners = new Map<string, string>();

  constructor(private readonly problems: Problems) {}

  /** Registers the ConfigMaps of a function; reports one that another in its namespace makes too. */
  public claim<P extends FunctionConfigMapsProps>(
    path: string,
    namespace: string,
    { configMaps = {} }: P,
    layers: Layers<P>,
  ): void {
    for (const name of Object.keys(configMaps)) {
      const key = `${namespace}/${name}`;
      const owner = this.owners.get(key) ?? path;
      this.owners.set(key, owner);
      if (owner === path) continue;
      const fault = {
        reason: `is made by ${owner} too`,
        allowed: 'a name that no other function of the namespace makes',
      };
      layers.report(this.problems, { path: ['configMaps', name], ...fault });
    }
  }
}
