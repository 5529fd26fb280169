import { propsName } from '../../lib/triggers/scaler-table';
import type { ParameterKind, ScalerParameter } from '../../lib/triggers/scalers';
import { descriptionOf } from './descriptions';
import type { ScalerModels } from './model';
import { camelCase, inWords } from './names';
import { titleOf } from './titles';

const HEAD = '// Written by npm run triggers.\n';
const TYPES: { readonly [kind in ParameterKind]: string } = {
  text: 'string',
  boolean: 'boolean',
  integer: 'number',
  number: 'number',
  list: 'string[]',
  map: '{ [name: string]: string }',
  duration: 'Duration',
  quantity: 'string',
};

/** What a parameter is, in sentences. */
export function describe(scaler: string, name: string, parameter: ScalerParameter): string {
  const { allowed, names } = parameter;
  const first =
    names && name !== names[0] ? `Another name of ${names[0]}` : (descriptionOf(scaler, name) ?? inWords(name));
  return [first, allowed && `One of ${allowed.join(', ')}`]
    .filter(Boolean)
    .map((text) => `${text}.`)
    .join(' ');
}

/** What is the case when a parameter is not given. */
function standardOf({ default: standard, kind, required }: ScalerParameter): string {
  if (required) return '- given by another source';
  if (standard === undefined || standard === '') return "- none, or the scaler's own";
  if (kind === 'boolean' || kind === 'integer' || kind === 'number') return standard;
  return kind === 'text' && !standard.includes('"') ? `"${standard}"` : `- ${standard}`;
}

/** The interfaces of the props of every scaler. */
export function propsText(scalers: ScalerModels): string {
  const blocks = Object.entries(scalers).map(([type, scaler]) => {
    const members = Object.entries(scaler.parameters).flatMap(([name, parameter]) => membersOf(type, name, parameter));
    if (scaler.free !== undefined) {
      const which = scaler.free === '' ? '' : `, each with a name that begins with ${scaler.free}`;
      members.push(member(`What else the scaler is told${which}.`, '- nothing', 'metadata?', TYPES.map));
    }
    return `/** ${titleOf(type)}. */\nexport interface ${propsName(type)} extends TriggerProps {\n${members.join('\n')}\n}\n`;
  });
  const imports = "import type { Duration } from 'cdk8s';\nimport type { TriggerProps } from '../scaler-trigger';\n";
  return [HEAD + imports, ...blocks].join('\n');
}

function membersOf(type: string, name: string, parameter: ScalerParameter): string[] {
  if (parameter.removed !== undefined) return [];
  const { from, required, names } = parameter;
  const must = required && from === 'm' && !names;
  return [
    ...(from.includes('m')
      ? [
          member(
            describe(type, name, parameter),
            must ? undefined : standardOf(parameter),
            must ? name : `${name}?`,
            TYPES[parameter.kind],
          ),
        ]
      : []),
    ...(from.includes('e')
      ? [member(`Variable of the container that holds ${name}.`, '- none', `${name}FromEnv?`, 'string')]
      : []),
  ];
}

function member(text: string, standard: string | undefined, name: string, type: string): string {
  const tags = [
    ...(standard === undefined ? [] : [`@default ${standard}`]),
    // a name that jsii does not take: another one says the same
    ...(/^[A-Z]/.test(name) ? ['@jsii ignore'] : []),
  ];
  const [tag, ...more] = tags;
  const doc =
    more.length === 0
      ? `/** ${[text, ...tags].join(' ')} */`
      : `/**\n   * ${[text, tag, ...more].join('\n   * ')}\n   */`;
  return `  ${doc}\n  readonly ${name}: ${type};`;
}

/** The class with a method for every scaler. */
export function triggerText(scalers: ScalerModels): string {
  const types = Object.keys(scalers);
  const methods = Object.entries(scalers).map(([type, { deprecated }]) => {
    const note = deprecated ? ` @deprecated ${deprecated}` : '';
    return `  /** ${titleOf(type)}.${note} */\n  public static ${camelCase(type)}(props: Props.${propsName(type)}): Trigger {\n    return new Trigger('${type}', props);\n  }\n`;
  });
  return `${HEAD}import { ScalerTrigger, type TriggerProps, type UntypedTriggerProps } from '../scaler-trigger';
import type * as Props from './props';

/** What makes KEDA scale a function: one of its ${types.length} scalers, and what that is told. */
export class Trigger extends ScalerTrigger {
${methods.join('\n')}
  /** A scaler that is not known here, or one that is told what is not known here: its metadata is not checked. */
  public static untyped(type: string, props: UntypedTriggerProps): Trigger {
    return new Trigger(type, props);
  }

  /** @internal */
  public static _of(type: string, props: TriggerProps): Trigger {
    return new Trigger(type, props);
  }

  private constructor(type: string, props: TriggerProps) {
    super(type, props);
  }
}
`;
}
