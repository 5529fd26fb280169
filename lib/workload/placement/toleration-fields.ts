import { type Fields, integer, oneOf, type Rule, Table } from '../../fields/index';
import { labelKey, labelText } from '../../fields/names';
import { TaintEffect, type Toleration, TolerationOperator } from './toleration';

const fields = {
  key: labelKey(),
  operator: { ...oneOf(TolerationOperator), default: TolerationOperator.EQUAL },
  value: labelText(),
  effect: oneOf(TaintEffect),
  tolerationSeconds: integer(0),
} satisfies Fields<Toleration>;

type Filled = Toleration & Required<Pick<Toleration, 'operator'>>;

/** What the API server asks: pkg/apis/core/validation, ValidateTolerations. */
const RULES: Rule<Filled, Toleration>[] = [
  {
    props: ['key', 'operator'],
    always: true,
    check: ({ key, operator }) =>
      key === undefined && operator !== TolerationOperator.EXISTS
        ? { reason: 'has no key, and its operator is not Exists', allowed: 'a key, or operator: Exists' }
        : undefined,
  },
  {
    props: ['operator', 'value'],
    check: ({ operator, value = '' }) =>
      operator === TolerationOperator.EXISTS && value !== ''
        ? { prop: 'value', reason: 'is given beside the operator Exists', allowed: 'none, or operator: Equal' }
        : undefined,
  },
  {
    props: ['effect', 'tolerationSeconds'],
    check: ({ effect, tolerationSeconds }) =>
      tolerationSeconds !== undefined && effect !== TaintEffect.NO_EXECUTE
        ? {
            prop: 'tolerationSeconds',
            reason: 'is given, and the effect is not NoExecute',
            allowed: 'with effect: NoExecute',
          }
        : undefined,
  },
];

export const TOLERATION = new Table<Toleration, typeof fields>('Toleration', fields, RULES);
