import { ApiObject, type App } from 'cdk8s';

/** The objects of an app as they are rendered, in one pass. */
export function inOnePass(app: App): object[] {
  return app.node
    .findAll()
    .filter(ApiObject.isApiObject)
    .map((object) => object.toJson());
}

/** The same as cdk8s resolves them and the generated classes write them. */
export function inAllPasses(app: App): object[] {
  // whatever it resolves: with a resolver of the user's there is no shorter way
  app.resolvers.push({ resolve() {} });
  try {
    return inOnePass(app);
  } finally {
    app.resolvers.pop();
  }
}
