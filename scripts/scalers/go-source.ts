import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

// What KEDA's published schema leaves out of its parameters: the Go types, and which names are two for one value.

/** A value that a scaler reads, as its Go source declares it. */
export interface GoField {
  /** Names in the trigger; the first that is given counts. */
  readonly names: readonly string[];
  /** The Go type, of a named one what it stands for. */
  readonly type: string;
}
interface Member {
  readonly type: string;
  readonly tag: string;
}
interface Structs {
  /** Members of each struct by its name; those of a package by `package.Name` too. */
  readonly members: ReadonlyMap<string, readonly Member[]>;
  readonly named: ReadonlyMap<string, string>;
  /** The struct that holds what a creator, such as NewKafkaScaler, reads. */
  readonly ofCreator: ReadonlyMap<string, string>;
}

/** The fields of every scaler by its type, from a folder with KEDA's source. */
export function goFields(source: string): ReadonlyMap<string, readonly GoField[]> {
  const structs = readStructs(join(source, 'pkg/scalers'));
  const builder = readFileSync(join(source, 'pkg/scaling/scalers_builder.go'), 'utf8');
  const cases = [...builder.matchAll(/case "([\w-]+)":\s+return scalers\.(\w+)\(/g)];
  return new Map(
    cases.map(([, type, creator]) => {
      const struct = structs.ofCreator.get(creator!);
      return [type!, struct === undefined ? [] : flatten(struct, structs)];
    }),
  );
}

function flatten(struct: string, structs: Structs): GoField[] {
  return (structs.members.get(struct) ?? []).flatMap(({ type, tag }): GoField[] => {
    if (/^\s*(optional)?\s*$/.test(tag)) return flatten(type.replace(/^\*/, '').split('.').pop()!, structs);
    const [, names] = /(?:^|,)\s*name=([^,]+)/.exec(tag) ?? [];
    if (names === undefined) throw new Error(`${struct}: the tag "${tag}" has no name`);
    return [{ names: names.trim().split(';'), type: plain(type, structs) }];
  });
}

function plain(type: string, { named }: Structs): string {
  const bare = type.replace(/^\*/, '');
  const item = bare.replace(/^\[\]/, '');
  return bare.replace(item, named.get(item.split('.').pop()!) ?? item);
}

function readStructs(folder: string): Structs {
  const members = new Map<string, Member[]>();
  const named = new Map<string, string>();
  const ofCreator = new Map<string, string>();
  for (const file of goFiles(folder)) {
    const text = readFileSync(file, 'utf8');
    let scaler: string | undefined;
    for (const [, name, body] of text.matchAll(/^(?:type )?\s*(\w+)\s+struct \{\n([\s\S]*?)^\t?\}/gm)) {
      const tagged = [...body!.matchAll(/^\s*(?:\w+\s+)?(\S+)\s+`(?:.*\s)?keda:"([^"]*)".*`/gm)];
      if (tagged.length > 0)
        members.set(
          name!,
          tagged.map(([, type, tag]) => ({ type: type!, tag: tag! })),
        );
      if (tagged.length > 0 && /^\s*triggerIndex\s/im.test(body!)) scaler = name;
    }
    for (const [, name, of] of text.matchAll(/^(?:type )?\s*(\w+) (u?int\d*|string|bool|float64)$/gm))
      named.set(name!, of!);
    if (scaler === undefined) continue;
    for (const [, creator] of text.matchAll(/^func (New\w+)\(/gm)) ofCreator.set(creator!, scaler);
  }
  return { members, named, ofCreator };
}

function goFiles(folder: string): string[] {
  return (readdirSync(folder, { recursive: true }) as string[])
    .filter((file) => /\.go$/.test(file) && !/_test\.go$|scalersconfig/.test(join(dirname(file), file)))
    .map((file) => join(folder, file));
}
