import { PAGES, read, withoutBlocks } from './pages';

/** Words of a sentence at most; a colon and a semicolon end one. */
const LONGEST = 35;

/** What is written otherwise here: a pattern and what to write. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/(?<!there )\b(is|are|was|were) no (?!longer|more|earlier|later|better)\w+/gi, 'is not a'],
  [/\b(simply|obviously|easily|leverages?|utili[sz]es?|seamless(ly)?|in order to)\b/gi, 'say less'],
  [/\b(the seed|the guide)\b/gi, 'say what it is'],
  [/\b(KEDA HTTP Add-on|HTTP addon)\b/g, 'HTTP add-on'],
  [/\b(ArgoCD|Argo-CD|argo cd|FluxCD)\b/g, 'Argo CD, Flux'],
  [/(?<![\w/-])(kubernetes|K8s|k8s)\b(?![./-])/g, 'Kubernetes'],
  [/(?<![\w/-])(github|Github|typescript|Typescript|nodejs|NodeJS|grafana)(?![\w./:-])/g, 'its name'],
];
/** Words that are right on one page. */
const ALLOWED: { readonly [page: string]: RegExp } = {
  'docs/explanation/installation-guide.md': /the guide/i,
  // as KEDA names its scalers
  'docs/reference/triggers.md': /Github/,
};

/** The paragraphs and items of a page, on a line each. */
function paragraphs(text: string): string[] {
  return withoutBlocks(text)
    .replaceAll(/<!--.*?-->/gs, '')
    .split(/\n\s*\n|\n(?=\s*(?:[-*]|\d+\.) )/)
    .map((block) =>
      block
        .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replaceAll(/`[^`]*`/g, 'x')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    );
}

function faults(page: string, text: string): string[] {
  const all = paragraphs(text);
  const long = all
    .filter((paragraph) => !/^[|#]/.test(paragraph))
    .flatMap((paragraph) => paragraph.split(/(?<=[.?!:;]) /))
    .filter((sentence) => sentence.split(' ').length > LONGEST)
    .map((sentence) => `${page}: ${sentence.split(' ').length} words, at most ${LONGEST}: ${sentence}`);
  const wrong = RULES.flatMap(([pattern, instead]) =>
    all.flatMap((paragraph) => paragraph.match(pattern) ?? []).map((found) => [found, instead] as const),
  ).filter(([found]) => !ALLOWED[page]?.test(found));
  return [...long, ...wrong.map(([found, instead]) => `${page}: "${found}": ${instead}`)];
}

test.each(PAGES)('%s is in plain English', (page) => {
  expect(faults(page, read(page))).toEqual([]);
});

test('what is not plain is found', () => {
  const words = Array.from({ length: LONGEST + 1 }, (_, index) => `w${index}`).join(' ');
  expect(faults('a.md', `# A\n\n${words}.\n\nThis is no header, but there is no probe.\n\n- ArgoCD on k8s`)).toEqual([
    `a.md: 36 words, at most 35: ${words}.`,
    'a.md: "is no header": is not a',
    'a.md: "ArgoCD": Argo CD, Flux',
    'a.md: "k8s": Kubernetes',
  ]);
  expect(faults('a.md', '`ArgoCD` on https://kubernetes.io, and `is no header`')).toEqual([]);
  expect(faults('docs/explanation/installation-guide.md', 'What the guide says.')).toEqual([]);
});
