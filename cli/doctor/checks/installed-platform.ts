import { INTERCEPTOR, METRICS_SERVER, OPERATOR, SCALER } from '../../../lib/platform/components';
import { HTTP_ADD_ON_VERSION, KEDA_VERSION } from '../../../lib/platform/versions';
import type { Some } from '../../../lib/present';
import { command } from '../../shell';
import { fault } from '../model/fault';
import { conditionOf } from '../model/pods';
import { fullNameOf } from '../model/resources';
import { labelsAsText } from '../model/selectors';
import type { Snapshot } from '../model/snapshot';
import type { Workload } from '../model/units';
import { type ClusterCheck, type Observation, Symptom } from './check';

/** Without these no function wakes, or none gets a second pod. */
const NEEDED = [OPERATOR, SCALER, INTERCEPTOR, METRICS_SERVER];

/** Where `dist` has no platform, the cluster has one that fits. */
export const installedPlatform: ClusterCheck = {
  name: 'installed-platform',
  finds:
    'with `platform: false`: a CRD or version of it that is missing, a component that nobody installed, functions that ask for a scaler elsewhere, KEDA or add-on of another version',
  symptom: Symptom.NO_POD,
  remedy: 'install KEDA and its HTTP add-on; correct `kedaNamespace`',
  needs: ['CustomResourceDefinition', 'Deployment', 'Service'],
  run: (snapshot) =>
    snapshot.desired.ownsPlatform || snapshot.desired.functions.length === 0
      ? []
      : [crds(snapshot), components(snapshot), scalers(snapshot), versions(snapshot)],
};

function crds({ desired, live }: Snapshot): Some<Observation> {
  return desired.neededCrds.map((resource) => {
    const name = fullNameOf(resource);
    const { version } = resource;
    const found = live.find('CustomResourceDefinition', undefined, name);
    const served = found?.spec.versions.flatMap((each) => (each.served ? each.name : [])) ?? [];
    const established = conditionOf(found?.status?.conditions, 'Established')?.status === 'True';
    if (served.includes(version) && established) return undefined;
    return {
      subject: `CustomResourceDefinition ${name}`,
      cause: found ? `it does not serve ${version}, in which dist is written` : 'it is not in the cluster',
      evidence: found ? [`served: ${served.join(', ')}`] : [],
      fix: `install KEDA ${KEDA_VERSION} and its HTTP add-on ${HTTP_ADD_ON_VERSION}, or leave out platform: false`,
      is: [fault('crd', name)],
    };
  });
}

function components({ desired }: Snapshot): Some<Observation> {
  return NEEDED.filter(({ role }) => !desired.component(role)).map(({ role, identity, without, severity }) => ({
    severity: severity === 'critical' ? 'error' : 'warning',
    subject: role,
    cause: `no Deployment of it is in the cluster: ${without}`,
    evidence: [`labels ${labelsAsText(identity)}`],
    fix: command`kubectl get deployments -A -l ${labelsAsText(identity)}`,
    is: [fault('component', role)],
  }));
}

/** Whether KEDA finds the scaler where the functions' ScaledObjects say. */
function scalers({ desired, live }: Snapshot): Some<Observation> {
  const home = desired.component(SCALER.role)?.namespace;
  return desired.scalers
    .filter(({ namespace, name }) => home !== undefined && !live.find('Service', namespace, name))
    .map(({ namespace, name }) => ({
      subject: `Service ${namespace}/${name}`,
      cause: `functions name it as their scaler, and it is not in the cluster: ${SCALER.without}`,
      evidence: [`the scaler runs in ${home}`],
      fix: `kedaNamespace: ${home} in environments/${desired.environment}.yaml, then: npm run synth`,
    }));
}

/** Another minor version than that for which `dist` is made may lack fields, or read them in another way. */
function versions({ desired }: Snapshot): Some<Observation> {
  return desired.platform.map((workload) => {
    const runs = versionOf(workload);
    const wanted = workload.component?.image.startsWith('http-add-on') ? HTTP_ADD_ON_VERSION : KEDA_VERSION;
    if (!workload.component || !runs || minor(runs) === minor(wanted)) return undefined;
    return {
      severity: 'warning',
      subject: `Deployment ${workload.subject}`,
      cause: `it is version ${runs}; dist is made for ${wanted}`,
      evidence: workload.deployment.spec.template.spec.containers.map(({ image }) => `image ${image}`),
      fix: `install ${wanted}, or a release of this package for ${minor(runs)}`,
    };
  });
}

function versionOf({ deployment }: Workload): string | undefined {
  const [container] = deployment.spec.template.spec.containers;
  return /:v?(\d+\.\d+\.\d+)/.exec(container?.image ?? '')?.[1];
}

function minor(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}
