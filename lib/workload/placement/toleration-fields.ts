import { type Fields, integer, notWhere, oneOf, type Rule, Table } from '../../fields/index';
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
  ...notWhere<Filled, Toleration>(
    ['value'],
    ['operator'],
    ({ operator, value }) => operator === TolerationOperator.EXISTS && value !== '',
    { reason: 'is given beside the operator Exists', allowed: 'none, or operator: Equal' },
  ),
  ...notWhere<Filled, Toleration>(
    ['tolerationSeconds'],
    ['effect'],
    ({ effect }) => effect !== TaintEffect.NO_EXECUTE,
    { reason: 'is given, and the effect is not NoExecute', allowed: 'with effect: NoExecute' },
  ),
];

export const TOLERATION = new Table<Toleration, typeof fields>('Toleration', fields, RULES);
