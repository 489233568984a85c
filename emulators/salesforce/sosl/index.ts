export { malformedSearch, parseExpression, type Expression } from './expression.ts';
export { matches, toCondition } from './match.ts';
export { parseSearch, type Returned, type Search, type SearchGroup } from './statement.ts';
