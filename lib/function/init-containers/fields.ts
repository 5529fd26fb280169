import { cpu, type Fields, integer, list, map, memory, object, oneOf, Table } from '../../fields/index';
import { dnsLabel, image } from '../../fields/names';
import { VARIABLES_RULES } from '../../workload/variables/rules';
import { mountPath } from '../../workload/volumes/paths';
import { volume } from '../../workload/volumes/volume-fields';
import { FUNCTION_DEFAULTS as DEFAULTS } from '../defaults';
import { MOUNT_RULES } from '../files/rules';
import { portName } from '../network/fields';
import { processFields } from '../process/fields';
import { RESOURCE_RULES } from '../resources/rules';
import { ContainerRestartPolicy, type FunctionInitContainersProps, type InitContainer } from './props';
import { SIDECAR_PROBES, SIDECAR_RULES } from './sidecar';

const fields = {
  name: { ...dnsLabel(), required: true },
  image: { ...image(), required: true },
  restartPolicy: oneOf(ContainerRestartPolicy),
  ...processFields(),
  // root is what `runAsNonRoot` refuses
  user: integer(1),
  volumes: map(mountPath(), volume()),
  writablePaths: list(mountPath()),
  ports: map(portName(), integer(1, 65535)),
  probes: object(SIDECAR_PROBES),
  cpu: { ...cpu(), default: DEFAULTS.cpu },
  cpuLimit: cpu(),
  memory: { ...memory(), default: DEFAULTS.memory },
  memoryLimit: memory(),
} satisfies Fields<InitContainer>;

const FIXED = { reason: 'is fixed: the restricted Pod Security Standard holds for every container', allowed: 'user' };

/** What someone may look for who knows the API, and why it is not here. */
const REFUSED = {
  securityContext: FIXED,
  privileged: FIXED,
  capabilities: FIXED,
  imagePullPolicy: { reason: 'is fixed: IfNotPresent, as the image is pinned', allowed: 'none' },
  lifecycle: { reason: 'has no hooks here', allowed: 'a process that takes SIGTERM' },
};

/** A container that runs before the function, or beside it. */
export const INIT_CONTAINER = new Table<InitContainer, typeof fields>(
  'InitContainer',
  fields,
  [...VARIABLES_RULES, ...RESOURCE_RULES, ...MOUNT_RULES, ...SIDECAR_RULES],
  REFUSED,
);

export const INIT_CONTAINER_FIELDS = {
  initContainers: list(object(INIT_CONTAINER), { repeats: true }),
} satisfies Fields<FunctionInitContainersProps>;
