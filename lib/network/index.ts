export { Egress, type NetworkPeer, type NetworkProps } from './props';
