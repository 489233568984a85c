import type { StoredValue } from '../../entities.ts';
import {
  compileFormula,
  FormulaError,
  FormulaEvaluationError,
  type BlankTreatment,
  type FormulaContext,
  type FormulaFieldType,
} from '../../formula/index.ts';
import { FlowFault, FlowProblem } from '../errors.ts';
import { asBefore, type Interview } from '../interview.ts';
import { asScalar } from '../values/index.ts';
import type { Reference, Scope } from './scope.ts';

/** Text, which keeps its braces; a comment; a reference. */
const PARTS = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\/\*[\s\S]*?\*\/|\{!([^{}]*)\}/g;

/** A formula over a flow's resources, `{!$Record.Amount} * {!Rate}`. Throws FlowProblem. */
export function compileFlowFormula(
  scope: Scope,
  source: string,
  options: { returns: FormulaFieldType; blanks: BlankTreatment },
): (interview: Interview) => StoredValue {
  const references: Reference[] = [];
  // Each reference becomes a name of its own, so that a name without braces is seen to be none.
  const expression = source.replace(PARTS, (part: string, reference: string | undefined) => {
    if (reference === undefined) return part;
    references.push(scope.resolve(reference));
    return `$${references.length}`;
  });
  const find = (path: string[]): Reference | undefined =>
    path.length === 1 ? references[Number(path[0]?.slice(1)) - 1] : undefined;
  const compiled = compile(expression, find, scope, options);
  const read = (path: string[], interview: Interview): StoredValue => asScalar(find(path)?.read(interview) ?? null);

  return (interview) => {
    const context: FormulaContext = {
      valueOf: (path) => read(path, interview),
      isNew: interview.trigger?.isNew ?? false,
      now: interview.ports.now(),
      timeZone: interview.ports.timeZone,
    };
    const before = interview.trigger?.prior ? asBefore(interview) : undefined;
    try {
      if (before === undefined) return compiled.evaluate(context);
      return compiled.evaluate({ ...context, priorValueOf: (path) => read(path, before) });
    } catch (error) {
      if (!(error instanceof FormulaEvaluationError)) throw error;
      throw new FlowFault(`The formula expression is invalid: ${error.message}`, { cause: error });
    }
  };
}

function compile(
  expression: string,
  find: (path: string[]) => Reference | undefined,
  { triggerType }: Scope,
  { returns, blanks }: { returns: FormulaFieldType; blanks: BlankTreatment },
): ReturnType<typeof compileFormula> {
  function typeOf(path: string[]): FormulaFieldType | undefined {
    const type = find(path)?.type;
    if (type === undefined) return undefined;
    if (type.of === 'record' || type.isCollection) throw new FlowProblem(`a record or a collection is no value`);
    return type.of;
  }
  const isSaved = triggerType === 'RecordBeforeSave' || triggerType === 'RecordAfterSave';
  const allow = isSaved ? (['ISNEW', 'ISCHANGED', 'PRIORVALUE'] as const) : [];
  try {
    return compileFormula(expression, { typeOf }, { returns, blanks, allow });
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    throw new FlowProblem(`The formula expression is invalid: ${error.message}`, { cause: error });
  }
}
