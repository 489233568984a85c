const COMPARE = {
  EQUAL: (left, right) => left.toLowerCase() === right.toLowerCase(),
  NE: (left, right) => left.toLowerCase() !== right.toLowerCase(),
  CONTAINS: (left, right) => left.toLowerCase().includes(right.toLowerCase()),
  GT: (left, right) => Number(left) > Number(right),
  GE: (left, right) => Number(left) >= Number(right),
  LT: (left, right) => Number(left) < Number(right),
  LE: (left, right) => Number(left) <= Number(right),
};

/**
 * Whether a FlexiPage's visibility rule shows its item. `valueOf(path)` gives a field of the record, `hasPermission(name)`
 * a custom permission. What is not supported is an Error, so that nothing is shown or hidden by guess.
 */
export function isVisible(rule, scope) {
  if (!rule) return true;
  const outcomes = rule.criteria.map((criterion) => holds(criterion, scope));
  return rule.booleanFilter ? combine(rule.booleanFilter, outcomes) : outcomes.every(Boolean);
}

/** Paths of the record's fields that a rule looks at. */
export function fieldsOf(rule) {
  return (rule?.criteria ?? []).flatMap(({ leftValue }) => leftValue.match(/^\{!Record\.([\w.]+)\}$/)?.[1] ?? []);
}

function holds({ leftValue, operator, rightValue }, { valueOf, hasPermission }) {
  const compare = COMPARE[operator];
  if (compare === undefined) throw new Error(`operator ${operator}`);
  const [, expression = leftValue] = leftValue.match(/^\{!([^}]+)\}$/) ?? [];
  if (expression.startsWith('Record.')) {
    return compare(String(valueOf(expression.slice('Record.'.length)) ?? ''), rightValue ?? '');
  }
  if (expression.startsWith('$Permission.CustomPermission.')) {
    return compare(String(hasPermission(expression.split('.')[2])), rightValue ?? '');
  }
  throw new Error(expression);
}

// `1 AND (2 OR NOT 3)`: OR binds loosest.
function combine(filter, outcomes) {
  const tokens = filter.toUpperCase().match(/\d+|AND|OR|NOT|[()]/g) ?? [];
  const result = either();
  if (tokens.length > 0) throw new Error(`filter ${filter}`);
  return result;

  function either() {
    let value = both();
    while (tokens[0] === 'OR') {
      tokens.shift();
      value = both() || value;
    }
    return value;
  }

  function both() {
    let value = one();
    while (tokens[0] === 'AND') {
      tokens.shift();
      value = one() && value;
    }
    return value;
  }

  function one() {
    const token = tokens.shift();
    if (token === 'NOT') return !one();
    if (token === '(') {
      const value = either();
      if (tokens.shift() !== ')') throw new Error(`filter ${filter}`);
      return value;
    }
    const outcome = outcomes[Number(token) - 1];
    if (outcome === undefined) throw new Error(`filter ${filter}`);
    return outcome;
  }
}
