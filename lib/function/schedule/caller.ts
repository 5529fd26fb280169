import { Duration, Size } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-28';
import { Cpu } from '../../values/cpu';
import { withDisk } from '../../workload/resources';
import { RESTRICTED_CONTAINER, restrictedPod } from '../../workload/restricted';
import { toContainerVariables } from '../../workload/variables/variables';
import type { FunctionSettings } from '../fields';
import type { HeaderMatch } from '../routing/props';
import type { ScheduledCallSettings } from './fields';
import { headerNames } from './header-names';

/** Where a call goes. */
export interface Target {
  /** The interceptor, as host and port. */
  readonly interceptor: string;
  /** A host that leads to the function. */
  readonly host: string;
  readonly pathPrefixes: readonly string[];
  /** Headers that the function asks for. */
  readonly headers: readonly HeaderMatch[];
}

/** Not root; curl needs no home. */
const USER = 65_532;
const CONNECT_SECONDS = 10;
const RESOURCES = {
  cpuRequest: Cpu.millis(10),
  memoryRequest: Size.mebibytes(32),
  memoryLimit: Size.mebibytes(64),
};
/** A node has to be found, maybe made, and to have the image. */
const START = Duration.minutes(5);

/** How long a call may take. */
export function deadlineOf({ activeDeadline, backoffLimit }: ScheduledCallSettings, longestWait: Duration): number {
  const attempt = Math.ceil(longestWait.toSeconds({ integral: false })) + START.toSeconds();
  return activeDeadline?.toSeconds() ?? attempt * (1 + backoffLimit);
}

/** The pod that makes a call. */
export function callerPod(call: ScheduledCallSettings, target: Target, settings: FunctionSettings): k8s.PodSpec {
  const sources = Object.entries(call.headerValueFrom ?? {});
  const variables = Object.fromEntries(sources.map(([, source], index) => [`HEADER_${index}`, source]));
  return {
    restartPolicy: 'Never',
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    imagePullSecrets: settings.imagePullSecrets?.map((name) => ({ name })),
    tolerations: settings.tolerations,
    securityContext: restrictedPod(USER),
    containers: [
      {
        name: 'call',
        image: settings.callerImage,
        imagePullPolicy: 'IfNotPresent',
        command: ['curl'],
        args: argumentsOf(call, target),
        env: sources.length > 0 ? toContainerVariables(variables) : undefined,
        resources: withDisk(RESOURCES),
        securityContext: RESTRICTED_CONTAINER,
      },
    ],
  };
}

function argumentsOf(call: ScheduledCallSettings, { interceptor, host, pathPrefixes, headers }: Target): string[] {
  const own = Object.entries(call.headers ?? {});
  const given = headerNames(call);
  const asked = headers.flatMap(({ name, value }): [string, string][] =>
    value === undefined || given.includes(name.toLowerCase()) ? [] : [[name, value]],
  );
  const type: [string, string][] =
    call.body === undefined || given.includes('content-type') ? [] : [['Content-Type', 'application/json']];
  const literal = [['Host', host], ...asked, ...type, ...own].map(([name, value]) => headerOf(name!, escaped(value!)));
  const others = Object.keys(call.headerValueFrom ?? {}).map((name, index) => headerOf(name, `$(HEADER_${index})`));
  const path = call.path ?? encodeURI(pathPrefixes[0] ?? '/');
  return [
    ...['--silent', '--show-error', '--globoff', '--path-as-is', '--connect-timeout', String(CONNECT_SECONDS)],
    // a redirect is not a success either
    ...['--fail-with-body', '--location', '--max-redirs', '0'],
    ...['--request', call.method],
    ...[...literal, ...others].flatMap((header) => ['--header', header]),
    ...(call.body === undefined ? [] : ['--data-raw', escaped(call.body)]),
    escaped(`http://${interceptor}${path}`),
  ];
}

/** A header without a value has a semicolon: with a colon curl would leave it out. */
function headerOf(name: string, value: string): string {
  return value === '' ? `${name};` : `${name}: ${value}`;
}

/** As Kubernetes leaves it: it looks for variables in arguments. */
function escaped(text: string): string {
  return text.replaceAll('$', '$$$$');
}
