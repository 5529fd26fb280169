// The doc comments of the library's props: what describes a setting stands there and nowhere else.
import { join } from 'node:path';
import { type JSDoc, Node, Project } from 'ts-morph';

export interface DocComment {
  /** In one line. */
  readonly text: string;
  /** What stands behind `@default`. */
  readonly default?: string;
}

const root = join(__dirname, '..');

/** The doc comments of every interface of lib/ and of its members, inherited ones too, as `Interface` and `Interface.prop`. */
export function docComments(): ReadonlyMap<string, DocComment> {
  const project = new Project({ tsConfigFilePath: join(root, 'tsconfig.json'), skipAddingFilesFromTsConfig: true });
  project.addSourceFilesAtPaths([join(root, 'lib/**/*.ts'), `!${join(root, 'lib/**/generated/*.ts')}`]);
  const comments = new Map<string, DocComment>();
  const add = (name: string, [doc]: JSDoc[]) => {
    if (doc) comments.set(name, commentOf(doc));
  };
  for (const source of project.getSourceFiles()) {
    for (const props of source.getInterfaces()) {
      add(props.getName(), props.getJsDocs());
      for (const member of props.getType().getProperties()) {
        const [declaration] = member.getDeclarations();
        if (Node.isPropertySignature(declaration))
          add(`${props.getName()}.${member.getName()}`, declaration.getJsDocs());
      }
    }
  }
  return comments;
}

function commentOf(doc: JSDoc): DocComment {
  const standard = doc
    .getTags()
    .find((tag) => tag.getTagName() === 'default')
    ?.getCommentText();
  return { text: oneLine(doc.getDescription()), default: standard && oneLine(standard) };
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
