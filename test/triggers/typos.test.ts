import { stringify } from 'yaml';
import { list, Place, type Problem } from '../../lib/fields';
import { Problems } from '../../lib/source/problems';
import { readSource } from '../../lib/source/read';
import { trigger } from '../../lib/triggers/fields';
import { SCALER_RULES } from '../../lib/triggers/rules';
import { scalerTable } from '../../lib/triggers/scaler-table';
import { allScalers } from '../../lib/triggers/scalers';
import { inFolder } from '../catalog/folder';

/** What a hand does to a word: the index is that of a letter somewhere in it. */
const SLIPS: { readonly [slip: string]: (word: string, index: number) => string } = {
  'a letter is missing': (word, index) => word.slice(0, index) + word.slice(index + 1),
  'a letter is doubled': (word, index) => word.slice(0, index) + word[index] + word.slice(index),
  'two letters are swapped': (word, index) =>
    word.slice(0, index) + word[index + 1] + word[index] + word.slice(index + 2),
  'a letter is wrong': (word, index) => `${word.slice(0, index)}q${word.slice(index + 1)}`,
  'all is lower case': (word) => word.toLowerCase(),
  'words are joined by _': (word) => word.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase(),
  'words are joined by -': (word) => word.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase(),
  'the first letter is upper case': (word) => word[0]!.toUpperCase() + word.slice(1),
};

/** Slips in the parameters of the scalers that are used most; each word with slips that follow on those of the last. */
const TYPOS = Object.keys(SCALER_RULES).flatMap((type) => {
  const keys = scalerTable(type, allScalers()[type]!).keys;
  const parameters = keys.filter((key) => allScalers()[type]!.parameters[key.replace(/FromEnv$/, '')]);
  return parameters.flatMap((word, position) =>
    Object.entries(SLIPS)
      .filter((_, slip) => word.length > 3 && slip % 4 === position % 4)
      .map(([slip, make]): [string, string, string, string] => [
        type,
        make(word, 1 + ((position * 7) % (word.length - 2))),
        word,
        slip,
      ])
      .filter(([, typo]) => !keys.includes(typo)),
  );
});

/** What is wrong with a function's file that has one trigger. */
function linesOf(settings: object): string[] {
  const path = 'functions/p/orders.yaml';
  const text = `runtime: go\ntriggers:\n  - ${stringify(settings).trimEnd().replaceAll('\n', '\n    ')}\n`;
  return inFolder({ [path]: text }, (root) => {
    const problems = new Problems();
    const source = readSource(root, path, problems)!;
    const found: Problem[] = [];
    list(trigger()).read((source.value as { triggers: unknown }).triggers, Place.root('yaml', found).in('triggers'));
    problems.addIn(source, found);
    try {
      problems.throwIfAny();
      return [];
    } catch (error) {
      return (error as Error).message.split('\n');
    }
  });
}

test('there are two hundred of them, in every scaler that is used most', () => {
  expect(TYPOS.length).toBeGreaterThanOrEqual(200);
  expect(new Set(TYPOS.map(([type]) => type)).size).toBe(12);
  expect(new Set(TYPOS.map(([, , , slip]) => slip)).size).toBe(Object.keys(SLIPS).length);
});

test.each(TYPOS)('%s: %s for %s, %s', (type, typo, word) => {
  const [, name, variable = ''] = /^(.+?)(FromEnv)?$/.exec(word)!;
  // `porst` may be `port` or `ports`, which are one value
  const { names = [name] } = allScalers()[type]!.parameters[name!]!;
  const meant = names.map((each) => `did you mean ${each}${variable}?`);
  const [line] = linesOf({ type, [typo]: 'x' }).filter((each) => each.includes('unknown key'));
  expect(line).toMatch(`functions/p/orders.yaml:4: triggers[0].${typo} is an unknown key; did you mean `);
  expect(meant.some((each) => line!.includes(`${each} allowed: type, `))).toBe(true);
});

test('a slip in a parameter that an authentication gives', () => {
  const authentication = { secretTargetRef: [{ parameter: 'usernmae', name: 'kafka', key: 'user' }] };
  expect(linesOf({ type: 'kafka', topic: 't', authentication })).toContainEqual(
    expect.stringContaining(
      'functions/p/orders.yaml:7: triggers[0].authentication.secretTargetRef[0].parameter "usernmae" is not a parameter of kafka; did you mean username?',
    ),
  );
});
