import Ajv from 'ajv';
import fc from 'fast-check';
import { Place, type Problem, type Schema } from '../../lib/fields';
import { allScalers, type ScalerParameter } from '../../lib/triggers/scalers';
import { triggerSchema } from '../../lib/triggers/schema';
import { metadataText, parameterField } from '../../lib/triggers/values';
import { isValid } from '../fields/is-valid';
import { valuesOf } from '../fields/values';
import { problemsOf } from './read';

const ajv = new Ajv({ strict: false, allErrors: true });

/** One parameter of each form that a parameter has. */
const FORMS = new Map(
  Object.entries(allScalers()).flatMap(([type, { parameters }]) =>
    Object.entries(parameters).map(([name, parameter]): [string, [string, ScalerParameter]] => {
      const { kind, allowed, exclusive, separator } = parameter;
      return [JSON.stringify({ kind, allowed, exclusive, separator }), [`${type}.${name}`, parameter]];
    }),
  ),
);

function enter(parameter: ScalerParameter, raw: unknown) {
  const problems: Problem[] = [];
  const value = parameterField(parameter).read(raw, Place.root('yaml', problems));
  return { value, problems };
}

/** Texts as KEDA's documentation writes values. */
const TEXTS = [
  '1',
  '-1',
  '007',
  '1.50',
  '1e3',
  '1e-7',
  '.5',
  'true',
  'TRUE',
  'a,b',
  'a, b',
  ',',
  'a;b',
  'a=b',
  'a=b,c=d',
];
const raws = ({ enum: values, ...schema }: Schema) =>
  fc.oneof(
    values ? fc.constantFrom(...(values as unknown[])) : valuesOf(schema),
    fc.constantFrom(...TEXTS, '1h30m', '1.5h', '500m', '1Gi', ' '),
    fc.jsonValue(),
  );

test.each([...FORMS.values()])('%s: what is read can be written, and is what KEDA reads', (_, parameter) => {
  const field = parameterField(parameter);
  fc.assert(
    fc.property(raws(field.schema), (raw) => {
      const { value, problems } = enter(parameter, raw);
      if (problems.length > 0) return;
      const again = enter(parameter, field.write(value));
      expect(again.problems).toEqual([]);
      const text = metadataText(parameter, value);
      expect([text, metadataText(parameter, again.value)]).toEqual([expect.stringMatching(/\S/), text]);
      // the text that KEDA reads says the same here
      const read = enter(parameter, text);
      expect([read.problems, metadataText(parameter, read.value)]).toEqual([[], text]);
    }),
  );
});

test.each([...FORMS.values()])('%s: the schema allows what is read, and nothing else', (_, parameter) => {
  const validate = ajv.compile(parameterField(parameter).schema);
  fc.assert(
    fc.property(raws(parameterField(parameter).schema), (raw) => {
      const said = enter(parameter, raw).problems.map(({ reason }) => reason);
      expect([raw, isValid(validate, raw)]).toEqual([raw, !said.includes('is invalid')]);
    }),
  );
});

test('every default of KEDA is a value of its parameter', () => {
  for (const [type, { parameters }] of Object.entries(allScalers())) {
    for (const [name, parameter] of Object.entries(parameters)) {
      const { default: standard } = parameterField(parameter).schema;
      if (standard !== undefined) expect([type, name, enter(parameter, standard).problems]).toEqual([type, name, []]);
    }
  }
});

const validate = ajv.compile(triggerSchema());
test.each([
  ['a scaler', { type: 'cron', start: '0 6 * * *', end: '0 7 * * *', timezone: 'UTC', desiredReplicas: 1 }, true],
  ['a number as a text', { type: 'cron', start: '1', end: '2', timezone: 'UTC', desiredReplicas: '1' }, true],
  ['a required parameter is missing', { type: 'cron', start: '0 6 * * *', end: '0 7 * * *', timezone: 'UTC' }, false],
  ['a parameter that another source may give', { type: 'postgresql', query: 'q' }, true],
  ['an unknown key', { type: 'postgresql', query: 'q', qery: 'q' }, false],
  ['a parameter of another scaler', { type: 'postgresql', query: 'q', topic: 'q' }, false],
  ['what every trigger has', { type: 'postgresql', query: 'q', name: 'a', metricType: 'Value' }, true],
  ['a wrong one of them', { type: 'postgresql', query: 'q', metricType: 'value' }, false],
  ['authentication', { type: 'postgresql', query: 'q', authentication: { name: 'a' } }, true],
  ['a wrong one', { type: 'postgresql', query: 'q', authentication: { nam: 'a' } }, false],
  ['an unknown scaler', { type: 'postgres', query: 'q' }, false],
  ['no scaler', {}, false],
  ['an untyped trigger', { type: 'any', untyped: { a: 'b' } }, true],
  ['a number in it', { type: 'any', untyped: { a: 1 } }, false],
  ['a parameter in it', { type: 'kafka', untyped: {}, topic: 'a' }, false],
])('an editor and a trigger agree: %s', (_, raw, accepted) => {
  const ofForm = /is invalid|is an unknown key|is missing|is not a scaler/;
  const isRefused = problemsOf(JSON.stringify(raw)).some((problem) => ofForm.test(problem));
  expect([validate(raw), isRefused]).toEqual([accepted, !accepted]);
});
