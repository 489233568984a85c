import { z } from 'zod';
import {
  CHOICE,
  ConditionSource,
  Connector,
  DATA_NODE,
  FieldAssignmentSource,
  InputSource,
  NODE,
  SortOrder,
  ValueSource,
} from './parts.ts';
import { inert, xmlBoolean, xmlList, xmlNumber } from '../../xml.ts';

export const AssignmentOperator = z.enum([
  'Assign',
  'Add',
  'Subtract',
  'AddItem',
  'AddAtStart',
  'RemoveFirst',
  'RemoveBeforeFirst',
  'RemoveAfterFirst',
  'RemoveAll',
  'RemoveUncommon',
  'RemovePosition',
  'AssignCount',
]);
export type AssignmentOperator = z.output<typeof AssignmentOperator>;

export const AssignmentItemSource = z.strictObject({
  assignToReference: z.string(),
  operator: AssignmentOperator,
  value: ValueSource.optional(),
  ...inert('processMetadataValues'),
});
export type AssignmentItemSource = z.output<typeof AssignmentItemSource>;

export const AssignmentSource = z.strictObject({
  ...NODE,
  assignmentItems: xmlList(AssignmentItemSource),
  connector: Connector.optional(),
});
export type AssignmentSource = z.output<typeof AssignmentSource>;

export const RuleSource = z.strictObject({
  name: z.string(),
  conditionLogic: z.string(),
  conditions: xmlList(ConditionSource),
  connector: Connector.optional(),
  doesRequireRecordChangedToMeetCriteria: xmlBoolean.optional(),
  ...inert('label', 'description', 'processMetadataValues'),
});

export const DecisionSource = z.strictObject({
  ...NODE,
  rules: xmlList(RuleSource),
  defaultConnector: Connector.optional(),
  ...inert('defaultConnectorLabel'),
});
export type DecisionSource = z.output<typeof DecisionSource>;

export const LoopSource = z.strictObject({
  ...NODE,
  collectionReference: z.string(),
  iterationOrder: SortOrder.default('Asc'),
  assignNextValueToReference: z.string().optional(),
  nextValueConnector: Connector.optional(),
  noMoreValuesConnector: Connector.optional(),
});
export type LoopSource = z.output<typeof LoopSource>;

export const LookupSource = z.strictObject({
  ...DATA_NODE,
  ...CHOICE,
  object: z.string(),
  assignNullValuesIfNoRecordsFound: xmlBoolean.default(false),
  getFirstRecordOnly: xmlBoolean.optional(),
  limit: ValueSource.optional(),
  sortField: z.string().optional(),
  sortOrder: SortOrder.default('Asc'),
  queriedFields: xmlList(z.string()),
  storeOutputAutomatically: xmlBoolean.default(false),
  outputReference: z.string().optional(),
  outputAssignments: xmlList(
    z.strictObject({ assignToReference: z.string(), field: z.string(), ...inert('processMetadataValues') }),
  ),
});
export type LookupSource = z.output<typeof LookupSource>;

export const CreateSource = z.strictObject({
  ...DATA_NODE,
  object: z.string().optional(),
  inputReference: z.string().optional(),
  inputAssignments: xmlList(FieldAssignmentSource),
  assignRecordIdToReference: z.string().optional(),
  storeOutputAutomatically: xmlBoolean.default(false),
});
export type CreateSource = z.output<typeof CreateSource>;

export const UpdateSource = z.strictObject({
  ...DATA_NODE,
  ...CHOICE,
  object: z.string().optional(),
  inputReference: z.string().optional(),
  inputAssignments: xmlList(FieldAssignmentSource),
});
export type UpdateSource = z.output<typeof UpdateSource>;

export const DeleteSource = z.strictObject({
  ...DATA_NODE,
  ...CHOICE,
  object: z.string().optional(),
  inputReference: z.string().optional(),
});
export type DeleteSource = z.output<typeof DeleteSource>;

export const SubflowSource = z.strictObject({
  ...NODE,
  flowName: z.string(),
  connector: Connector.optional(),
  inputAssignments: xmlList(InputSource),
  outputAssignments: xmlList(
    z.strictObject({ assignToReference: z.string(), name: z.string(), ...inert('processMetadataValues') }),
  ),
  storeOutputAutomatically: xmlBoolean.default(false),
});
export type SubflowSource = z.output<typeof SubflowSource>;

export const CustomErrorSource = z.strictObject({
  ...NODE,
  customErrorMessages: xmlList(
    z.strictObject({
      errorMessage: z.string(),
      isFieldError: xmlBoolean,
      fieldSelection: z.string().optional(),
      ...inert('processMetadataValues'),
    }),
  ),
});
export type CustomErrorSource = z.output<typeof CustomErrorSource>;

export const ActionSource = z.strictObject({
  ...DATA_NODE,
  actionName: z.string(),
  actionType: z.string(),
  inputParameters: xmlList(InputSource),
  ...inert(
    'flowTransactionModel',
    'nameSegment',
    'offset',
    'versionSegment',
    'versionString',
    'storeOutputAutomatically',
  ),
});
export type ActionSource = z.output<typeof ActionSource>;

export const CollectionProcessorSource = z.strictObject({
  ...NODE,
  collectionProcessorType: z.enum(['SortCollectionProcessor', 'FilterCollectionProcessor']),
  collectionReference: z.string(),
  connector: Connector.optional(),
  assignNextValueToReference: z.string().optional(),
  conditionLogic: z.string().optional(),
  conditions: xmlList(ConditionSource),
  formula: z.string().optional(),
  limit: xmlNumber.optional(),
  sortOptions: xmlList(
    z.strictObject({
      sortField: z.string().optional(),
      sortOrder: SortOrder,
      doesPutEmptyStringAndNullFirst: xmlBoolean,
      ...inert('processMetadataValues'),
    }),
  ),
});
export type CollectionProcessorSource = z.output<typeof CollectionProcessorSource>;
