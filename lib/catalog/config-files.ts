import { posix } from 'node:path';
import type { Path } from '../fields';
import type { ConfigMapDeclaration, ConfigMapProps, FunctionConfigMapsProps } from '../function/config-maps/props';
import { foreign, readOwn } from '../source/own-file';
import type { Problems } from '../source/problems';
import type { Source } from '../source/source';
import { unreadable } from '../text';

/** Reads the files of the ConfigMaps that settings declare, each below the folder of the file that names it. */
export class ConfigFiles {
  constructor(
    private readonly root: string,
    private readonly source: Source,
    private readonly problems: Problems,
  ) {}

  /**
   * The settings with the content of the files in place of their names.
   * @param base Where the settings stand in the file.
   */
  public into<P extends object>(props: P, base: Path = []): P {
    const { configMaps }: FunctionConfigMapsProps = props;
    if (!configMaps) return props;
    const read = Object.entries(configMaps).map(([name, configMap]) => [
      name,
      // null takes away what another layer has
      configMap && this.contentOf(configMap, [...base, 'configMaps', name]),
    ]);
    return { ...props, configMaps: Object.fromEntries(read) };
  }

  private contentOf({ files, data, binaryData }: ConfigMapDeclaration, path: Path): ConfigMapProps {
    const [texts, bytes]: [string, string][][] = [[], []];
    for (const [key, file] of Object.entries(files ?? {})) {
      const at = [...path, 'files', key];
      if (Object.hasOwn({ ...data, ...binaryData }, key)) {
        this.problems.addIn(this.source, [{ path: at, reason: 'is given twice', allowed: 'each key once' }]);
      }
      // null takes away what another layer has, of either kind
      const content = file === null ? file : this.textOrBytes(file, at);
      if (!Buffer.isBuffer(content)) texts.push([key, content]);
      if (content === null) bytes.push([key, content]);
      else if (Buffer.isBuffer(content)) bytes.push([key, content.toString('base64')]);
    }
    return { data: joined(data, texts), binaryData: joined(binaryData, bytes) };
  }

  private textOrBytes(file: string, at: Path): string | Buffer {
    const path = posix.join(posix.dirname(this.source.path), file);
    const content = foreign(this.root, path) ?? readOwn(this.root, path);
    if (Buffer.isBuffer(content)) return textOf(content) ?? content;
    const { reason, allowed = 'a file below the folder of the YAML file' } = content;
    this.problems.addIn(this.source, [
      { path: at, value: file, reason: `names what is not taken: ${reason}`, allowed },
    ]);
    // else a reference to the key would be told too
    return '';
  }
}

/** The text of a file; undefined where YAML cannot carry it as one. */
function textOf(content: Buffer): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
    return unreadable(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

function joined(given: ConfigMapProps['data'], read: readonly [string, string][]): ConfigMapProps['data'] {
  return read.length === 0 ? given : Object.fromEntries([...Object.entries(given ?? {}), ...read]);
}
