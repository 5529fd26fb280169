/** What a pod names and its namespace does not have. */
export interface Lacking {
  /** In words. */
  readonly cause: string;
  /** The kind, as kubectl takes it. */
  readonly resource: string;
}

const NAMES: { readonly [said: string]: string } = { config: 'ConfigMap', secret: 'Secret' };

interface Form {
  readonly pattern: RegExp;
  readonly lacking: (...groups: string[]) => Lacking;
}

/** As kubelet and scheduler say it: kubelet_pods.go, volume/configmap, volume/secret, plugins/volumebinding of Kubernetes 1.36. */
const FORMS: readonly Form[] = [
  {
    pattern: /couldn't find key (\S+) in (ConfigMap|Secret) [^/\s]+\/(\S+)/,
    lacking: (key, kind, name) => ({
      cause: `${kind} "${name}" has no key "${key}"`,
      resource: `${kind!.toLowerCase()}s`,
    }),
  },
  {
    pattern: /references non-existent (config|secret) key: (\S+)/,
    lacking: (kind, key) => ({
      cause: `a ${NAMES[kind!]} that it mounts has no key "${key}"`,
      resource: `${NAMES[kind!]!.toLowerCase()}s`,
    }),
  },
  {
    pattern: /persistentvolumeclaim "([^"]+)" not found/,
    lacking: (name) => ({ cause: `PersistentVolumeClaim "${name}" is not there`, resource: 'persistentvolumeclaims' }),
  },
  {
    pattern: /unbound immediate PersistentVolumeClaims/,
    lacking: () => ({ cause: 'its PersistentVolumeClaim has no volume', resource: 'persistentvolumeclaims' }),
  },
];

/** The key or claim that a message says is not there; undefined where it says something else. */
export function lackingIn(message = ''): Lacking | undefined {
  for (const { pattern, lacking } of FORMS) {
    const found = pattern.exec(message);
    if (found) return lacking(...found.slice(1));
  }
  return undefined;
}
