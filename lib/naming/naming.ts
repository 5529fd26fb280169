import type { k8s } from 'cdk8s-plus-28';
import { marksOf, NAMING, type NamingSettings } from './fields';
import { fill, fixedPart, holds, type Values } from './pattern';
import type { NamingProps } from './props';

/** Labels with their values. */
export type Labels = { [label: string]: string };

/** What is called after a function. */
export interface FunctionNames {
  readonly project: string;
  readonly name: string;
  /** Id in another system, if it has one. */
  readonly id?: string;
}

/** What objects are called and labelled: the one place that knows. */
export class Naming {
  private readonly settings: NamingSettings;
  /** The patterns of all labels of a function. */
  private readonly all: Labels;

  /** @param props That are checked. */
  constructor(props: NamingProps = {}) {
    this.settings = NAMING.fill(props);
    this.all = { ...this.settings.labels, ...this.settings.selector };
  }

  /** Namespace of a project that has no other. */
  public namespaceOf(project: string): string {
    return fill(this.settings.namespace, { project })!;
  }

  /** Whether each project has a namespace of its own. */
  public get separates(): boolean {
    return holds(this.settings.namespace, 'project');
  }

  /** Whether a name of two parts, `x.<label>`, is one within the cluster: no top-level domain looks like that. */
  public isNamespace(label: string): boolean {
    const { namespace } = this.settings;
    if (!this.separates) return label === namespace;
    // but for those of other scripts, which begin with "xn--"
    if (!fixedPart(namespace).includes('-')) return false;
    const [before = '', after = ''] = namespace.split('{project}');
    return label.length > before.length + after.length && label.startsWith(before) && label.endsWith(after);
  }

  /** Name of a function's objects. */
  public objectOf({ project, name }: FunctionNames): string {
    return fill(this.settings.object, { project, function: name })!;
  }

  /** The labels by which the pods of a function are found. */
  public selectorOf(names: FunctionNames): Labels {
    return this.filled(this.settings.selector, this.valuesOf(names));
  }

  /** All labels of the objects and pods of a function. */
  public labelsOf(names: FunctionNames): Labels {
    return this.filled(this.all, this.valuesOf(names));
  }

  /** Whether a function's id stands in a label. */
  public get showsId(): boolean {
    return Object.values(this.all).some((value) => holds(value, 'id'));
  }

  /** Labels of the namespace of a project. */
  public namespaceLabelsOf(project: string): Labels {
    return this.filled(this.settings.namespaceLabels, { project });
  }

  /** What finds the pods of all functions of a project, and no others. */
  public podsOf(project: string): k8s.LabelSelector {
    const marks = marksOf(this.settings);
    return Object.values(marks).some((value) => holds(value, 'function'))
      ? { matchExpressions: Object.keys(marks).map((key) => ({ key, operator: 'Exists' })) }
      : { matchLabels: this.filled(marks, { project }) };
  }

  /** What finds the pods of all functions, of whatever project: the values that they share, and whether the others are there. */
  public get pods(): k8s.LabelSelector {
    const marks = Object.entries(marksOf(this.settings));
    const differs = ([, value]: [string, string]) => holds(value, 'project', 'function');
    const same = marks.filter((mark) => !differs(mark));
    const own = marks.filter(differs).map(([key]) => ({ key, operator: 'Exists' }));
    return {
      matchLabels: same.length > 0 ? Object.fromEntries(same) : undefined,
      matchExpressions: own.length > 0 ? own : undefined,
    };
  }

  private valuesOf({ project, name, id }: FunctionNames): Values {
    return { project, function: name, id, object: this.objectOf({ project, name }) };
  }

  private filled(patterns: Labels, values: Values): Labels {
    const labels: Labels = {};
    for (const [key, pattern] of Object.entries(patterns)) {
      const value = fill(pattern, values);
      if (value !== undefined) labels[key] = value;
    }
    return labels;
  }
}
