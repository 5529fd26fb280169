import { anyText, type Fields, integer, list, map, Table, text } from '../fields';
import { absolutePath, variableName } from '../fields/names';
import type { RuntimeProfile } from './runtime';
import { variableFault } from './variables';

const MAX_USER = 2 ** 31 - 1;

const fields = {
  name: { ...text(), required: true },
  // root is what `runAsNonRoot` refuses
  user: { ...integer(1, MAX_USER), required: true },
  writablePaths: list(absolutePath()),
  env: map(variableName(variableFault), anyText()),
  coldStartTargetMillis: { ...integer(1), required: true },
} satisfies Fields<RuntimeProfile>;

/** The profile of a runtime, which is always made in code. */
export const RUNTIME = new Table<RuntimeProfile, typeof fields>('RuntimeProfile', fields);
