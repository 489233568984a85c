import { FlowProblem } from '../errors.ts';
import type { Interview } from '../interview.ts';
import { compileOperand, into, type Operand, type Reference, type Scope } from '../resources/index.ts';
import type { AssignmentItemSource, AssignmentOperator, AssignmentSource } from '../source/index.ts';
import { asList, describeType, familyOf, scalar, type FlowType, type FlowValue } from '../values/index.ts';
import { addDays, addNumbers, addText, COLLECTION_CHANGES } from './change-value.ts';
import { immediate, type Element } from './element.ts';

type Change = (before: FlowValue, value: FlowValue) => FlowValue;

/** https://help.salesforce.com/s/articleView?id=platform.flow_ref_operators_assignment.htm */
export function compileAssignment(scope: Scope, { name, assignmentItems, connector }: AssignmentSource): Element {
  const items = assignmentItems.map((item) => compileItem(scope, item));
  return immediate(name, [connector], (interview) => {
    for (const assign of items) assign(interview);
    return connector;
  });
}

function compileItem(
  scope: Scope,
  { assignToReference, operator, value }: AssignmentItemSource,
): (interview: Interview) => void {
  const target = scope.resolveTarget(assignToReference);
  if (isWholeTrigger(target)) throw new FlowProblem(`${target.text} is not assigned as a whole`);
  const operand = compileOperand(scope, value);
  if (operator === 'Assign') {
    const read = into(operand, target.type);
    return (interview) => target.write(interview, read(interview));
  }
  const { given, change } = findChange(target, operator, operand);
  const read = into(operand, given);
  return (interview) => target.write(interview, change(target.read(interview), read(interview)));
}

function isWholeTrigger({ isTrigger, type }: Reference): boolean {
  return isTrigger === true && type.of === 'record';
}

/** What an operator does to such a value, and the type of what it is given. */
function findChange(
  { text, type }: Reference,
  operator: Exclude<AssignmentOperator, 'Assign'>,
  operand: Operand,
): { given: FlowType; change: Change } {
  if (type.isCollection) {
    const change = COLLECTION_CHANGES[operator];
    if (change !== undefined) return { given: operator === 'RemovePosition' ? scalar('number') : type, change };
  } else if (operator === 'AssignCount' && familyOf(type) === 'number' && operand.type?.isCollection === true) {
    return { given: operand.type, change: (_before, value) => asList(value).length };
  } else if (operator === 'Add' || operator === 'Subtract') {
    const sign = operator === 'Add' ? 1 : -1;
    const family = familyOf(type);
    if (family === 'number') return { given: type, change: addNumbers(sign) };
    if (family === 'date') return { given: scalar('number'), change: addDays(sign) };
    if (family === 'text' && sign === 1) return { given: type, change: addText };
  }
  throw new FlowProblem(`${operator} can't be used with ${text}, which is ${describeType(type)}`);
}
