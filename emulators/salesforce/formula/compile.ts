import { bind } from './bind.ts';
import { FormulaError, FormulaEvaluationError } from './errors.ts';
import { fits, refusePicklist, TYPE_NAMES, type Expression } from './expression.ts';
import { parse } from './parse.ts';
import type { CompiledFormula, CompileOptions, FormulaContext, FormulaScope, FormulaType } from './types.ts';
import { toStored } from './values.ts';

/** Checks a formula against what exists, as saving it in Setup does. Throws FormulaError. */
export function compileFormula(source: string, scope: FormulaScope, options: CompileOptions): CompiledFormula {
  const fields = new Map<string, string[]>();
  const expression = bind(parse(source), {
    scope,
    blanks: options.blanks,
    allow: options.allow ?? [],
    onField: (path) => fields.set(path.join('.').toLowerCase(), path),
  });
  const type = resultType(expression, options.returns);
  const percent = options.returns === 'percent';

  function evaluate(context: FormulaContext) {
    return toStored(expression.evaluate(context), type, percent);
  }

  return {
    type,
    fields: [...fields.values()],
    evaluate,
    evaluateOrBlank: (context) => {
      try {
        return evaluate(context);
      } catch (error) {
        if (!(error instanceof FormulaEvaluationError)) throw error;
        return null;
      }
    },
  };
}

/** What a formula for such a field has to give: a picklist's default and an id are written as text. */
const WRITTEN_AS: Partial<Record<CompileOptions['returns'], FormulaType>> = {
  percent: 'number',
  picklist: 'text',
  multipicklist: 'text',
  id: 'text',
};

function resultType(expression: Expression, returns: CompileOptions['returns']): FormulaType {
  refusePicklist(expression);
  const { type } = expression;
  if (returns === 'any' && type !== 'location') return type === 'null' ? 'text' : type;
  const wanted = WRITTEN_AS[returns] ?? returns;
  if (wanted !== 'any' && wanted !== 'percent' && type !== 'location' && fits(type, [wanted])) return wanted;
  const needed = wanted === 'any' || wanted === 'percent' ? 'text' : wanted;
  throw new FormulaError(
    `Formula result is data type (${TYPE_NAMES[type]}), incompatible with expected data type (${TYPE_NAMES[needed]}).`,
    0,
  );
}
