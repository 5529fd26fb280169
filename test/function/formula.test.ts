import { formulaFault, namesIn } from '../../lib/function/scaling/advanced/formula';

test.each([
  ['(orders + returns) / 2', ['orders', 'returns']],
  ['orders > 2 ? orders : returns', ['orders', 'returns']],
  ['best ?? slower ?? 8', ['best', 'slower']],
  ['orders // of the day\n + returns', ['orders', 'returns']],
  ['"http://" == "" ? orders : 1', ['orders']],
  ['max(orders, 0x1f, 1e3, 2.5e-3) /* and others */', ['orders']],
  ['let both = orders + returns; both in [1, 2] ? 1 : round(both)', ['orders', 'returns']],
  ['sum([orders, returns], # * 2) /* notes */', ['orders', 'returns']],
  ['"text" == "orders" ? orders.size : a?.b', ['orders', 'a']],
  ['not (orders > 1 and true) ? nil : 1', ['orders']],
])('names of %j', (formula, names) => {
  expect(formulaFault(formula)).toBeUndefined();
  expect(namesIn(formula)).toEqual(names);
});

test.each([
  ['(orders + returns', 'has brackets that do not match'],
  ['orders + returns)', 'has brackets that do not match'],
  ['max([orders)]', 'has brackets that do not match'],
  ['orders // at night', 'ends with a comment, which hides the bracket that KEDA adds'],
  ['maximum(orders, returns)', 'calls maximum, which expr-lang does not have'],
])('%j %s', (formula, reason) => {
  expect(formulaFault(formula)).toMatchObject({ reason });
});
