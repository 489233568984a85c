import { compileConditions, type Test } from '../conditions/index.ts';
import { FlowProblem } from '../errors.ts';
import { asBefore } from '../interview.ts';
import type { Scope } from '../resources/index.ts';
import type { DecisionSource } from '../source/index.ts';
import { scalar } from '../values/index.ts';
import { immediate, type Element } from './element.ts';

/** Makes the outcomes known, which are true once they are taken. */
export function declareOutcomes(scope: Scope, { rules }: DecisionSource): void {
  for (const { name } of rules) {
    const key = name.toLowerCase();
    scope.declare(name, () => ({
      type: scalar('boolean'),
      read: ({ outcomes }) => (outcomes.get(key) === true ? 1 : 0),
    }));
  }
}

/** Takes the first outcome whose conditions are met. */
export function compileDecision(scope: Scope, { name, rules, defaultConnector }: DecisionSource): Element {
  const outcomes = rules.map((rule) => ({
    key: rule.name.toLowerCase(),
    connector: rule.connector,
    test: onChange(scope, compileConditions(scope, rule.conditionLogic, rule.conditions), rule),
  }));
  const connectors = [...rules.map(({ connector }) => connector), defaultConnector];
  return immediate(name, connectors, (interview) => {
    const taken = outcomes.find(({ test }) => test(interview));
    for (const { key } of outcomes) interview.outcomes.set(key, key === taken?.key);
    return taken === undefined ? defaultConnector : taken.connector;
  });
}

function onChange(
  { triggerType }: Scope,
  test: Test,
  { doesRequireRecordChangedToMeetCriteria: isRequired = false }: DecisionSource['rules'][number],
): Test {
  if (!isRequired) return test;
  if (triggerType !== 'RecordBeforeSave' && triggerType !== 'RecordAfterSave') {
    throw new FlowProblem('doesRequireRecordChangedToMeetCriteria is known only where a record is saved');
  }
  return (interview) => test(interview) && !(interview.trigger?.prior && test(asBefore(interview)));
}
