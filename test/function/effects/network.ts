import { Egress, type FunctionNetworkProps, PortProtocol, Protocol } from '../../../lib';
import { CONTAINER, type EffectsOf } from './paths';

const APP_PROTOCOL = 'Service/spec/ports/http/appProtocol';
const TCP = { httpGet: undefined, tcpSocket: { port: 'http' } };

const DNS = {
  ports: [
    { port: 53, protocol: 'UDP' },
    { port: 53, protocol: 'TCP' },
  ],
};

export const NETWORK_EFFECTS: EffectsOf<FunctionNetworkProps> = {
  protocol: [Protocol.H2C, Protocol.GRPC].map((protocol) => ({
    given: { protocol },
    at: {
      [APP_PROTOCOL]: 'kubernetes.io/h2c',
      [`${CONTAINER}/livenessProbe/httpGet`]: TCP.httpGet,
      [`${CONTAINER}/livenessProbe/tcpSocket`]: TCP.tcpSocket,
    },
  })),
  ports: [
    {
      given: {
        ports: {
          metrics: { port: 9090, fromNamespaces: ['monitoring', 'audit'] },
          dns: { port: 8080, protocol: PortProtocol.UDP },
        },
      },
      at: {
        [`${CONTAINER}/ports/1`]: { name: 'metrics', containerPort: 9090, protocol: 'TCP' },
        [`${CONTAINER}/ports/2`]: { name: 'dns', containerPort: 8080, protocol: 'UDP' },
        'Service/spec/ports/metrics': { name: 'metrics', port: 9090, targetPort: 'metrics', protocol: 'TCP' },
        'Service/spec/ports/dns': { name: 'dns', port: 8080, targetPort: 'dns', protocol: 'UDP' },
        'NetworkPolicy/spec/podSelector/matchLabels/app.kubernetes.io~1instance': 'fn-hello',
        'NetworkPolicy/spec/ingress/1/from/0/namespaceSelector/matchExpressions/0/values': ['monitoring', 'audit'],
        'NetworkPolicy/spec/ingress/1/ports': [{ port: 'metrics', protocol: 'TCP' }],
        'NetworkPolicy/spec/ingress/2/from/0/namespaceSelector/matchExpressions/0/values': ['fn-shop'],
        'NetworkPolicy/spec/ingress/2/ports': [{ port: 'dns', protocol: 'UDP' }],
      },
    },
  ],
  egress: [
    {
      given: { egress: Egress.CLOSED },
      at: {
        'Deployment/spec/template/metadata/labels/cdk8s-keda-functions~1egress': 'closed',
        'NetworkPolicy/spec/policyTypes': ['Egress'],
        'NetworkPolicy/spec/egress': [DNS],
      },
    },
    {
      given: { egress: Egress.OPEN },
      at: { 'NetworkPolicy/spec/egress/1/to/1/ipBlock/except/0': '169.254.0.0/16' },
    },
  ],
  egressTo: [
    {
      given: { egressTo: [{ cidr: '169.254.170.23/32', ports: [80] }], egress: Egress.CLOSED },
      at: {
        'NetworkPolicy/spec/egress/1': {
          to: [{ ipBlock: { cidr: '169.254.170.23/32' } }],
          ports: [{ port: 80, protocol: 'TCP' }],
        },
      },
    },
  ],
  ingressFrom: [
    {
      given: { ingressFrom: [{ namespace: 'audit', podLabels: { app: 'probe' }, ports: [8080] }] },
      at: {
        'NetworkPolicy/spec/ingress/1': {
          from: [
            {
              namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'audit' } },
              podSelector: { matchLabels: { app: 'probe' } },
            },
          ],
          ports: [{ port: 8080, protocol: 'TCP' }],
        },
      },
    },
  ],
};
