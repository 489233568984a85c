import {
  compileFormula,
  type BlankTreatment,
  type CompileOptions,
  type FormulaContext,
  type FormulaFieldType,
} from '../../../../../emulators/salesforce/formula/index.ts';

type Value = string | number | null;

const TYPES: Record<string, FormulaFieldType> = {
  Name: 'text',
  Amount: 'number',
  Discount: 'number',
  Rate: 'percent',
  StageName: 'picklist',
  Tags__c: 'multipicklist',
  OwnerId: 'id',
  '$User.Id': 'id',
  'Account.OwnerId': 'id',
  CloseDate: 'date',
  CreatedDate: 'datetime',
  Starts__c: 'time',
  IsClosed: 'boolean',
  Place__c: 'location',
};

export const scope = { typeOf: (path: string[]) => TYPES[path.join('.')] };

export const EVERY_RECORD_FUNCTION = ['ISNEW', 'ISCHANGED', 'PRIORVALUE', 'ISCLONE'] as const;

export interface Situation {
  record?: Record<string, Value>;
  /** The record before; an update when given. */
  before?: Record<string, Value>;
  blanks?: BlankTreatment;
  returns?: CompileOptions['returns'];
}

/** The stored result of a formula over a record; at noon of 2026-11-22, GMT. */
export function evaluateFormula(source: string, situation: Situation = {}): Value {
  const { record = {}, before, blanks = 'BlankAsBlank', returns = 'any' } = situation;
  const compiled = compileFormula(source, scope, { returns, blanks, allow: EVERY_RECORD_FUNCTION });
  const context: FormulaContext = {
    valueOf: (path) => record[path.join('.')] ?? null,
    isNew: before === undefined,
    now: new Date('2026-11-22T12:00:00.000Z'),
  };
  if (before === undefined) return compiled.evaluate(context);
  return compiled.evaluate({ ...context, priorValueOf: (path) => before[path.join('.')] ?? null });
}
