import type { SObjectType } from '../entities.ts';
import { DeployError } from '../schema/index.ts';
import type { FormulaFields } from './formula-fields.ts';

const LONG_TEXT = 255;

/**
 * The stored fields of the child that a roll-up reads by this one. A formula must stay within the record and within the
 * moment of its last write, as nothing else would tell the parent. Throws DeployError.
 */
export function checkRollUp(place: string, child: SObjectType, name: string, formulas: FormulaFields): string[] {
  const field = child.fields.get(name);
  if (field === undefined || (field.type === 'textarea' && field.length > LONG_TEXT)) {
    throw new DeployError(place, `${child.name}.${name} cannot be used in a roll-up summary`);
  }
  if (!field.calculated) return [name];
  if (/\b(NOW|TODAY|TIMENOW)\s*\(/i.test(field.formula ?? '')) {
    throw new DeployError(place, `the formula ${child.name}.${name} changes with time and cannot be rolled up`);
  }
  return formulas.fieldsOf(field).flatMap((path) => {
    const [only = '', ...more] = path;
    if (more.length > 0 || only.startsWith('$')) {
      throw new DeployError(place, `the formula ${child.name}.${name} reads ${path.join('.')} and cannot be rolled up`);
    }
    const inner = [...child.fields.values()].find((one) => one.name.toLowerCase() === only.toLowerCase());
    return inner === undefined ? [] : checkRollUp(place, child, inner.name, formulas);
  });
}
