import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { Policy } from './policy';

/** What a policy refuses of the images below a scope, whoever made their objects. Complete only when the whole tree is there. */
export function refusedImages(scope: IConstruct, policy: Policy): string[] {
  return scope.node
    .findAll()
    .filter(ApiObject.isApiObject)
    .filter(({ kind }) => kind !== 'CustomResourceDefinition')
    .flatMap((object) =>
      imagesIn(object.toJson()).flatMap((image) => {
        const fault = policy.imageFault(image);
        return fault ? [`image "${image}" of ${object.node.path} ${fault.reason}; allowed: ${fault.allowed}`] : [];
      }),
    );
}

/** The images of containers and of volumes, wherever a pod stands in an object. */
function imagesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => {
    if (!Array.isArray(each)) return imagesIn(each);
    if (/^(c|initC|ephemeralC)ontainers$/.test(key)) return each.map(({ image }) => image);
    if (key === 'volumes') return each.flatMap(({ image }) => image?.reference ?? []);
    return each.flatMap(imagesIn);
  });
}
