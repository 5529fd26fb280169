import { type ApiObject, Chart, Lazy } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { Environment } from '../environment';
import { resolve } from '../fields';
import { addObject } from '../object/object';
import { INTERCEPTOR_PROXY } from '../platform/components';
import { addController } from './controller';
import { INGRESS } from './fields';
import { warnOfGrpc } from './grpc';
import { EdgeHosts } from './hosts';
import type { IngressEdgeProps } from './props';

/** Leads requests from an ingress controller that exists to the interceptor, in whose namespace an Ingress has to be. */
export class IngressEdge extends Chart {
  /** The Ingress; what `ApiObject.of` gives for the chart. */
  public readonly ingress: ApiObject;
  private readonly edgeHosts: EdgeHosts;

  constructor(scope: Construct, id: string, props: IngressEdgeProps = {}) {
    super(scope, id, { disableResourceNameHashes: true });
    const { name, className, tlsSecret, annotations, ...settings } = resolve(this, INGRESS, props);
    this.edgeHosts = new EdgeHosts(this, settings.hosts);
    addController(this, settings);
    const why = 'an Ingress controller speaks HTTP/1.1 to the interceptor unless one of its annotations says otherwise';
    warnOfGrpc(this, why);
    const namespace = Environment.kedaNamespaceOf(this, settings.kedaNamespace);
    const hosts: string[] = Lazy.any({ produce: () => this.hosts });
    const service = { name: INTERCEPTOR_PROXY, port: { name: 'proxy' } };
    const http = { paths: [{ path: '/', pathType: 'Prefix', backend: { service } }] };
    this.ingress = addObject(k8s.KubeIngress, this, 'ingress', {
      metadata: { name, namespace, annotations },
      spec: {
        ingressClassName: className,
        tls: tlsSecret === undefined ? undefined : [{ hosts, secretName: tlsSecret }],
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
