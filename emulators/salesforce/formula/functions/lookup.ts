import { FormulaError } from '../errors.ts';
import { expectType, textOf, type Expression } from '../expression.ts';
import type { FormulaType } from '../types.ts';
import { fromStored } from '../values.ts';
import { argumentAt, expectCount, fieldAt, subject, type Call, type FunctionTable } from './definition.ts';
import { expectAllowed } from './record.ts';

/**
 * The field of a custom object's record that has this name, blank without one.
 *
 * https://help.salesforce.com/s/articleView?id=platform.customize_functions_vlookup.htm
 */
export const LOOKUP: FunctionTable = { VLOOKUP: vlookup };

function vlookup(call: Call): Expression {
  expectAllowed(call, 'VLOOKUP');
  expectCount(call, 3, 3);
  const [returned, searched] = [columnAt(call, 0), columnAt(call, 1)];
  const isName = searched.field.toLowerCase() === 'name' && searched.object.endsWith('__c');
  if (!isName || searched.object !== returned.object) {
    const problem = `Incorrect parameter for ${subject(call)}. Expected the record name of the same custom object.`;
    throw new FormulaError(problem, argumentAt(call, 1).position);
  }
  const wanted = argumentAt(call, 2);
  expectType(wanted, ['text'], subject(call));
  return {
    type: returned.type,
    position: call.position,
    evaluate: (context) => {
      const found = context.lookUp?.(returned.object, returned.field, textOf(wanted, context)) ?? null;
      return fromStored(found, returned.isPercent ? 'percent' : returned.type);
    },
  };
}

/** `$ObjectType.Zip_Code__c.Fields.City__c`; a picklist gives its value as text. */
function columnAt(call: Call, index: number): { object: string; field: string; type: FormulaType; isPercent: boolean } {
  const { path, type } = fieldAt(call, index);
  const [root = '', object = '', , field = ''] = path;
  if (root.toLowerCase() !== '$objecttype') {
    const problem = `Incorrect parameter for ${subject(call)}. Expected $ObjectType field reference.`;
    throw new FormulaError(problem, argumentAt(call, index).position);
  }
  const isPercent = type === 'percent';
  return {
    object,
    field,
    isPercent,
    type: isPercent ? 'number' : type === 'picklist' || type === 'id' ? 'text' : type,
  };
}
