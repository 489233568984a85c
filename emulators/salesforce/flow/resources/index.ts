/* Naming */
export { kept, Scope, TEXT, type Reference, type Resource, type TriggerType } from './scope.ts';
export { compileInitialValues, declareResources, variableType } from './declare.ts';

/* Giving */
export { compileInto, compileOperand, into, type Operand } from './operand.ts';
export { compileFlowFormula } from './formula.ts';
export { compileTemplate } from './template.ts';
