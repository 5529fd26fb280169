import { ApiObject } from 'cdk8s';
import { fullApp } from '../object/full-app';

// biome-ignore lint/suspicious/noExplicitAny: rendered objects of all kinds
type Manifest = any;

test('each port says its protocol, which is a part of its key', () => {
  const manifests: Manifest[] = fullApp()
    .node.findAll()
    .filter(ApiObject.isApiObject)
    .map((object) => object.toJson());
  const ports = manifests.flatMap(({ kind, metadata, spec }) => {
    const containers = kind === 'Deployment' ? spec.template.spec.containers : [];
    const lists = [kind === 'Service' ? spec.ports : [], ...containers.map((container: Manifest) => container.ports)];
    return lists.flat().map((port) => [`${kind} ${metadata.name}`, port?.protocol]);
  });
  expect(ports.length).toBeGreaterThan(20);
  expect(ports.filter(([, protocol]) => !['TCP', 'UDP'].includes(protocol))).toEqual([]);
});
