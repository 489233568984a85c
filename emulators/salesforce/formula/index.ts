/* Compiling */
export { compileFormula } from './compile.ts';
export { formulaFieldType } from './field-types.ts';
export type {
  BlankTreatment,
  CompiledFormula,
  CompileOptions,
  FormulaContext,
  FormulaFieldType,
  FormulaScope,
  FormulaType,
  RecordFunction,
} from './types.ts';

/* Failing */
export { FormulaError, FormulaEvaluationError } from './errors.ts';
export { EARTH_RADIUS } from './functions/geolocation.ts';
