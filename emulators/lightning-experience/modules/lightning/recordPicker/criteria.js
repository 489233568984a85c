const OPERATORS = {
  eq: '=',
  ne: '!=',
  lt: '<',
  gt: '>',
  lte: '<=',
  gte: '>=',
  like: 'LIKE',
  in: 'IN',
  nin: 'NOT IN',
};

/**
 * The filter of a record picker as a condition of a query; undefined without one.
 * @see https://developer.salesforce.com/docs/platform/lightning-component-reference/guide/lightning-record-picker.html
 */
export function toCondition(filter) {
  if (!filter?.criteria?.length) return undefined;
  const conditions = filter.criteria.map(({ fieldPath, operator, value }) => {
    const sign = OPERATORS[operator];
    if (sign === undefined) throw new Error(`The operator ${operator} of a record picker is not supported here`);
    return `${fieldPath} ${sign} ${toLiteral(value)}`;
  });
  const logic = filter.filterLogic ?? conditions.map((_, index) => index + 1).join(' AND ');
  return `(${logic.replace(/\d+/g, (number) => conditions[Number(number) - 1])})`;
}

function toLiteral(value) {
  if (Array.isArray(value)) return `(${value.map(toLiteral).join(', ')})`;
  if (typeof value === 'string') return `'${value.replace(/[\\']/g, '\\$&')}'`;
  return String(value);
}
