import { isMap, type Path, type Table, valueAt } from '../fields';
import type { Layers, Origin } from './layers';

/** A setting that a function or a job has in an environment, and where it comes from. */
export interface EffectiveSetting {
  /** Its way in YAML, such as `env.LOG_LEVEL`. */
  readonly key: string;
  /** As it was written; null where it was taken away and has no default. */
  readonly value: unknown;
  /** The line that says it. @default - none: it is the default */
  readonly origin?: Origin;
  /** The line that takes away what lies under it. @default - none */
  readonly removedAt?: Origin;
}

/**
 * The settings of a function or a job, in the order of their table: what its layers say, and what they leave to defaults.
 * @param props What becomes of the layers.
 * @param without Settings that mean nothing there.
 */
export function effectiveSettings<P extends object>(
  table: Table<P>,
  layers: Layers<P>,
  props: Partial<P>,
  without: readonly string[] = [],
): EffectiveSetting[] {
  const written = table.write(table.fill(props as P));
  const paths = [...leavesOf(written), ...layers.removals()];
  const unique = [...new Map(paths.map((path) => [JSON.stringify(path), path])).values()];
  const rank = ([key]: Path) => table.keys.indexOf(String(key));
  const isMeant = ([key]: Path) => !without.includes(String(key));
  return unique
    .filter(isMeant)
    .sort((a, b) => rank(a) - rank(b))
    .map((path) => {
      const said = layers.said(path);
      const key = path.join('.');
      if (said && said.value !== null) return { key, ...said };
      return { key, value: valueAt(written, path) ?? null, removedAt: said?.origin };
    });
}

/** The ways to all that is not a map of others. */
function leavesOf(value: unknown, path: Path = []): Path[] {
  const inner = isMap(value) ? Object.entries(value) : [];
  return inner.length > 0 ? inner.flatMap(([key, each]) => leavesOf(each, [...path, key])) : [path];
}
