import { type ApiObject, Chart, Lazy } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { Environment } from '../environment';
import { requireKeys } from '../ids';
import { addObject } from '../object/object';
import { INTERCEPTOR_PROXY } from '../platform/components';
import { requireLabel } from '../workload/names';
import { EdgeHosts, type EdgeHostsProps } from './hosts';
import { requireObjectName } from './names';

export interface IngressEdgeProps extends EdgeHostsProps {
  /** Name of the IngressClass. @default - the default class of the cluster */
  readonly className?: string;
  /** Secret with the certificate of all hosts, in KEDA's namespace. @default - no TLS here */
  readonly tlsSecret?: string;
  /** Annotations that the controller reads, such as its timeouts: a cold start may take longer than its default. @default - none */
  readonly annotations?: { [key: string]: string };
  /** Name of the Ingress. @default "functions" */
  readonly name?: string;
}

/** Leads requests from an ingress controller that exists to the interceptor, in whose namespace an Ingress has to be. */
export class IngressEdge extends Chart {
  /** The Ingress; what `ApiObject.of` gives for the chart. */
  public readonly ingress: ApiObject;
  private readonly edgeHosts: EdgeHosts;

  constructor(scope: Construct, id: string, props: IngressEdgeProps = {}) {
    super(scope, id, { disableResourceNameHashes: true });
    requireKeys(this, 'annotations', props.annotations);
    this.edgeHosts = new EdgeHosts(this, props.hosts);
    const namespace = Environment.kedaNamespaceOf(this, props.kedaNamespace);
    const { className, tlsSecret } = props;
    const service = { name: INTERCEPTOR_PROXY, port: { name: 'proxy' } };
    const http = { paths: [{ path: '/', pathType: 'Prefix', backend: { service } }] };
    this.ingress = addObject(k8s.KubeIngress, this, 'ingress', {
      metadata: {
        name: requireLabel(this, 'name', props.name ?? 'functions'),
        namespace,
        annotations: props.annotations,
      },
      spec: {
        ingressClassName: className === undefined ? undefined : requireObjectName(this, 'className', className),
        tls:
          tlsSecret === undefined
            ? undefined
            : [
                {
                  hosts: Lazy.any({ produce: () => this.hosts }),
                  secretName: requireObjectName(this, 'tlsSecret', tlsSecret),
                },
              ],
        rules: Lazy.any({ produce: () => this.hosts.map((host) => ({ host, http })) }),
      },
    });
    this.node.defaultChild = this.ingress;
  }

  /** Hosts that lead in, sorted. Complete only when the whole tree is there. */
  public get hosts(): string[] {
    return this.edgeHosts.list();
  }
}
