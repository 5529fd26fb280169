import type { Programs } from './programs';

/** What was seen of the objects by which a tool tells its state. */
export interface Seen {
  /** How often all of them were read, once a second. */
  readonly samples: number;
  /** States that each came to have, between the samples too. */
  readonly changes: number;
  /** Those that should not be. */
  readonly faults: string[];
}

/** Reads the state of each object of a kind once a second, and each one that it comes to have, until the programs stop. */
export function watchStates(
  programs: Programs,
  kind: string,
  namespace: string,
  columns: string[],
  good: RegExp,
): () => Seen {
  const paths = ['.metadata.name', ...columns].map((path) => `:${path}`).join();
  const get = ['get', kind, '-n', namespace, '--no-headers', '-o', `custom-columns=${paths}`];
  programs.start('states', 'kubectl', [...get, '--watch']);
  // a look takes part of a second, and the next one does not wait for it
  const sample = 'while :; do { seen=$(kubectl "$@") && printf "%s\\n\\n" "$seen"; } & sleep 1; done';
  programs.start('samples', 'bash', ['-c', sample, 'samples', ...get]);
  const lines = (log: string) => programs.log(log).split('\n');
  return () => {
    const states = lines('states').filter(Boolean);
    const samples = lines('samples');
    const faults = [...states, ...samples.filter(Boolean)].filter((line) => !good.test(line.trimEnd()));
    return { samples: samples.filter((line) => !line).length - 1, changes: states.length, faults };
  };
}
