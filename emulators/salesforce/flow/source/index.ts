/* Reading */
export { readFlow, type FlowFile, type FlowSource, type ReadFlow } from './read-flow.ts';

/* Parts */
export type {
  ActionSource,
  AssignmentItemSource,
  AssignmentOperator,
  AssignmentSource,
  CollectionProcessorSource,
  CreateSource,
  CustomErrorSource,
  DecisionSource,
  DeleteSource,
  LookupSource,
  LoopSource,
  SubflowSource,
  UpdateSource,
} from './elements.ts';
export type {
  ComparisonOperator,
  ConditionSource,
  FieldAssignmentSource,
  FilterSource,
  InputSource,
  ValueSource,
} from './parts.ts';
export type { ConstantSource, DataType, FormulaSource, TextTemplateSource, VariableSource } from './resources.ts';
export type { ScheduledPathSource, ScheduleSource, StartSource } from './start.ts';
