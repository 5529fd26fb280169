import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Duration } from 'cdk8s';
import fc from 'fast-check';
import {
  Environment,
  type EnvironmentDeclaration,
  type EnvironmentProps,
  type FunctionChartProps,
  InputError,
  type KedaPlatformProps,
  type ProjectChartProps,
  Rbac,
  Runtime,
  Scaler,
  Trigger,
} from '../../lib';
import { byConstructs } from '../../lib/alike/by-constructs';
import { renderDeclared, withTemplates } from '../../lib/alike/render-declared';
import { Naming } from '../../lib/naming';
import type { Effects } from '../effects';

jest.setTimeout(120_000);
const EFFECTS = join(__dirname, '../function/effects');
const given = readdirSync(EFFECTS)
  .flatMap((file) => Object.entries<Effects>(require(join(EFFECTS, file))))
  .filter(([name]) => name.endsWith('_EFFECTS'))
  .flatMap(([, effects]) => Object.values(effects).flatMap((rows) => rows.map((row) => row.given)));

/** Names that mean nothing else, and names that do: to YAML, to KEDA, to a search for secrets, to the templates. */
const NAMES = (
  'cart checkout f0 f1 f12 a-b x1-y2 on y no null true e5 e12 token monkey patient keda go main http function ' +
  'fn fn-cart zqf0zq zqp0zq shop default'
).split(' ');

interface Declared {
  readonly environment?: Partial<EnvironmentProps>;
  readonly platform?: KedaPlatformProps;
  readonly project?: Partial<ProjectChartProps>;
  readonly settings?: Partial<FunctionChartProps>;
  readonly projects: readonly string[];
  readonly names: readonly string[];
  readonly image?: (name: string) => string;
}

function declare({
  environment,
  platform,
  project,
  settings,
  projects,
  names,
  image = digest,
}: Declared): EnvironmentDeclaration {
  return {
    name: 'e',
    props: { domain: 'fn.test', ...environment },
    platform,
    projects: projects.map((name, index) => ({
      name,
      props: { ...project, name },
      jobs: [],
      // a host leads to one function
      functions: names
        .map((each) => (index === 0 ? each : `${each}-${index}`))
        .map((id) => ({
          name: id,
          settings: [],
          props: { runtime: Runtime.GO, ...settings, project: name, name: id, image: image(`${name}/${id}`) },
        })),
    })),
  };
}

function digest(name: string): string {
  return `ghcr.io/acme/${name}@sha256:${Buffer.from(name).toString('hex').padStart(64, '0').slice(0, 64)}`;
}

/** Renders both ways; whether templates were of use. Undefined where it is not right, and both say so. */
function compare(declared: Declared): boolean | undefined {
  const environments = [declare(declared)];
  let expected: ReturnType<typeof byConstructs>;
  try {
    expected = byConstructs('app', environments);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(() => renderDeclared('app', environments)).toThrow(error.message);
    return undefined;
  }
  const found = withTemplates('app', environments, undefined, 1);
  if (!found) return false;
  expect(Object.entries(found.files)).toEqual(Object.entries(expected.files));
  expect(found.warnings).toEqual(expected.warnings);
  return true;
}

test('functions over all settings, with names of all kinds, have the bytes that their constructs give them', () => {
  let filled = 0;
  const property = fc.property(
    fc.shuffledSubarray(given, { minLength: 0, maxLength: 4 }),
    fc.shuffledSubarray(NAMES, { minLength: 3, maxLength: 5 }),
    fc.shuffledSubarray(NAMES, { minLength: 1, maxLength: 3 }),
    (some, names, projects) => {
      const {
        hosts: _,
        project: __,
        name: ___,
        image: ____,
        functionId: _____,
        ...settings
      } = Object.assign({}, ...some);
      if (compare({ settings, names, projects })) filled++;
    },
  );
  while (filled < 60) fc.assert(property, { numRuns: 30 });
});

test.each<[string, Partial<Declared>, boolean]>([
  [
    'of environments that name otherwise',
    {
      environment: {
        naming: { object: 'o{function}', namespace: 'n-{project}' },
      },
    },
    true,
  ],
  ['of projects with settings', { project: { quota: { pods: 9 }, labels: { team: 'x' } } }, true],
  ['of tags', { image: (name) => `a.test/${name}:1.2.3` }, true],
  ['of projects that list the images of their functions', { project: { prePull: {} } }, false],
  ['of environments whose Namespaces list hosts', { environment: { requireAllowedHosts: true } }, false],
  ['of environments whose functions say what KEDA may do', { platform: { rbac: Rbac.FUNCTIONS } }, true],
  ['of platforms that may do all', { platform: { rbac: Rbac.UPSTREAM } }, true],
  ['of projects that have hosts', { project: { allowedHosts: ['*.x.test'] } }, false],
  ['of one image', { image: () => 'a.test/one:1' }, true],
])('functions %s', (_, declared, isFilled) => {
  expect(compare({ projects: ['cart', 'shop'], names: ['api', 'web', 'worker'], ...declared })).toBe(isFilled);
});

test.each<[string, Partial<FunctionChartProps>]>([
  ['routes', {}],
  ['HTTPScaledObjects', { scaler: Scaler.HTTP_SCALED_OBJECT }],
  ['pods', { triggers: [Trigger.kubernetesWorkload({ podSelector: 'a=b', value: 1 })] }],
])('KEDA may do what functions from a template need: %s', (_, settings) => {
  const names = ['api', 'web', 'worker'];
  expect(compare({ projects: ['cart', 'shop'], names, platform: { rbac: Rbac.FUNCTIONS }, settings })).toBe(true);
});

describe('what KEDA may do for the functions of a project stands in its file', () => {
  const projects = Array.from({ length: 12 }, (_, index) => `shop-${index}`);
  const names = ['api', 'web', 'worker'];
  const pods = { triggers: [Trigger.kubernetesWorkload({ podSelector: 'a=b', value: 1 })] };
  const many = declare({ projects, names, platform: { rbac: Rbac.FUNCTIONS } });
  /** Every other project has a function of another kind, and the third of all has one that `change` makes. */
  const mixed = (change: Partial<FunctionChartProps>): EnvironmentDeclaration => ({
    ...many,
    projects: many.projects.map((project, index) => ({
      ...project,
      functions: project.functions.map((fn, at) => {
        const more = at === 0 && index === 2 ? change : at === 1 && index % 2 === 0 ? pods : {};
        return { ...fn, props: { ...fn.props, ...more } };
      }),
    })),
  });

  test.each<[string, Partial<FunctionChartProps>, number]>([
    ['is filled for each of two kinds of projects', {}, 2],
    ['is filled where one has a function like no other', { port: 9999 }, 3],
  ])('%s', (_, change, count) => {
    const environments = [mixed(change)];
    const expected = byConstructs('app', environments).files;
    const asked = jest.spyOn(Naming.prototype, 'namespaceLabelsOf');
    expect(withTemplates('app', environments, undefined, 1)?.files).toEqual(expected);
    const made = new Set(asked.mock.calls.map(([project]) => project).filter((name) => projects.includes(name)));
    asked.mockRestore();
    expect(made.size).toBe(count);
  });
});

test('functions of several environments, of which something sees them all, are rendered by their constructs', () => {
  const base = declare({ projects: ['shop'], names: ['api', 'web', 'worker'] });
  const second = { ...base, name: 'f', gitops: { flux: { url: 'https://a.test/b.git', branch: 'main' } } };
  const found = withTemplates('app', [base, second as EnvironmentDeclaration], undefined, 1);
  expect(found?.files).toEqual(byConstructs('app', [base, second as EnvironmentDeclaration]).files);
});

test('what is wrong with one of them is told as its constructs tell it', () => {
  const wrong = declare({ projects: ['shop'], names: ['late'], settings: { timeout: Duration.days(9) } });
  const right = declare({ projects: ['cart'], names: Array.from({ length: 60 }, (_, index) => `api-${index}`) });
  const environments = [{ ...right, projects: [...right.projects, ...wrong.projects] }];
  expect(() => renderDeclared('app', environments)).toThrow(/^e\/functions\/shop\/late: timeout /);
});

test('of many functions and projects that are alike a few are made', () => {
  const projects = Array.from({ length: 20 }, (_, index) => `shop-${index}`);
  const made = jest.spyOn(Environment, 'kedaNamespaceOf');
  renderDeclared('app', [declare({ projects, names: ['api', 'web', 'worker'] })]);
  // by a function and its project, and by their stand-ins
  expect(made).toHaveBeenCalledTimes(4);
  made.mockRestore();
});

test('a workload that is made elsewhere has no image, and is rendered by its constructs among many', () => {
  const many = declare({ projects: ['shop'], names: Array.from({ length: 60 }, (_, index) => `api-${index}`) });
  const [{ functions, ...project }] = many.projects as [EnvironmentDeclaration['projects'][number]];
  const props = { runtime: Runtime.CONTAINER, project: 'shop', name: 'web', target: { name: 'web' } };
  const workload = { name: 'web', settings: [], props: props as Partial<FunctionChartProps> as FunctionChartProps };
  const environments = [{ ...many, projects: [{ ...project, functions: [...functions, workload] }] }];
  expect(renderDeclared('app', environments).files['e/functions/shop/web.yaml']).toContain('scaleTargetRef');
});
