import type { StoredValue } from '../entities.ts';

/** What an expression can be. Currency and percent are numbers while a formula works with them. */
export type FormulaType =
  'text' | 'number' | 'boolean' | 'date' | 'datetime' | 'time' | 'picklist' | 'multipicklist' | 'id' | 'location';

/** What a field can be: a percent is kept as `15` and read as `0.15`, and the other way round when it is returned. */
export type FormulaFieldType = FormulaType | 'percent';

/** `BlankAsZero`: a blank number counts as 0. `BlankAsBlank`: it makes the whole arithmetic blank. */
export type BlankTreatment = 'BlankAsZero' | 'BlankAsBlank';

/** What exists when a formula is compiled. A path is `['Amount']`, `['Opportunity__r', 'AccountId']` or `['$User', 'Id']`. */
export interface FormulaScope {
  /** The type at the path, or undefined when there is no such field. Names ignore case. */
  typeOf(path: string[]): FormulaFieldType | undefined;
}

/** One record at one moment. */
export interface FormulaContext {
  /** The stored value at a path (spelled as in the formula); a location is asked for as `…__Latitude__s` and `…__Longitude__s`. */
  valueOf(path: string[]): StoredValue;
  /** The value before this save; left out when there was none, as on create. */
  priorValueOf?: (path: string[]) => StoredValue;
  isNew: boolean;
  /** A field of the first record of a custom object with this name; null when there is none. For VLOOKUP. */
  lookUp?: (object: string, field: string, name: string) => StoredValue;
  /** The moment of TODAY() and NOW(). */
  now: Date;
  /** Where days begin and end, `Europe/Paris`; GMT when left out. */
  timeZone?: string | undefined;
}

/** The functions that exist only where a record is being saved; VLOOKUP in validation rules alone. */
export type RecordFunction = 'ISNEW' | 'ISCHANGED' | 'PRIORVALUE' | 'ISCLONE' | 'VLOOKUP';

export interface CompileOptions {
  /** What the place of use needs; `any` leaves it to the formula. */
  returns: FormulaFieldType | 'any';
  blanks: BlankTreatment;
  /** None when left out. */
  allow?: readonly RecordFunction[];
}

export interface CompiledFormula {
  readonly type: FormulaType;
  /** Every path the formula reads, once each, spelled as in the formula. */
  readonly fields: readonly string[][];
  /** The result as a column keeps it. Throws FormulaEvaluationError, as a rule or a default value reports it. */
  evaluate(context: FormulaContext): StoredValue;
  /** The same for a formula field, where a failure (`#Error!` on the page) is a blank over the API. */
  evaluateOrBlank(context: FormulaContext): StoredValue;
}
