import { z } from 'zod';
import type { Field, FieldType, RollUp, SObjectType } from '../entities.ts';
import { DeployError } from './errors.ts';
import { xmlList } from './metadata-file.ts';

/** The elements of a roll-up summary field: https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/customfield.htm */
export const rollUpElements = {
  summarizedField: z.string().optional(),
  summaryFilterItems: xmlList(
    z.strictObject({
      field: z.string(),
      operation: z.string(),
      value: z.string().default(''),
      valueField: z.never('is not supported yet').optional(),
    }),
  ),
  summaryForeignKey: z.string().optional(),
  summaryOperation: z.enum(['count', 'sum', 'min', 'max']).optional(),
};

type RollUpElements = z.output<z.ZodObject<typeof rollUpElements>>;

const NUMBERS: FieldType[] = ['int', 'double', 'currency', 'percent'];
const SUMMARIZED: Record<RollUp['operation'], FieldType[]> = {
  count: [],
  sum: NUMBERS,
  min: [...NUMBERS, 'date', 'datetime'],
  max: [...NUMBERS, 'date', 'datetime'],
};

/** What a roll-up summary field sums up, as far as its own file tells. */
export function toRollUp(place: string, source: RollUpElements): RollUp {
  const { summaryForeignKey, summaryOperation, summarizedField, summaryFilterItems } = source;
  if (summaryForeignKey === undefined) throw new DeployError(place, 'a roll-up summary needs a summaryForeignKey');
  if (summaryOperation === undefined) throw new DeployError(place, 'a roll-up summary needs a summaryOperation');
  const [child = '', foreignKey = ''] = summaryForeignKey.split('.');
  if (summaryOperation !== 'count' && summarizedField === undefined) {
    throw new DeployError(place, `a roll-up summary by ${summaryOperation} needs a summarizedField`);
  }
  return {
    operation: summaryOperation,
    child,
    foreignKey,
    ...(summarizedField === undefined ? {} : { summarized: ofChild(place, child, summarizedField) }),
    filters: summaryFilterItems.map(({ field, operation, value }) => ({
      field: ofChild(place, child, field),
      operation,
      value,
    })),
  };
}

function ofChild(place: string, child: string, path: string): string {
  const [object, field, ...more] = path.split('.');
  if (object !== child || field === undefined || more.length > 0) {
    throw new DeployError(place, `expected a field of ${child}, got ${path}`);
  }
  return field;
}

/** Holds roll-ups against the objects that they sum up, and gives them the type of what they hold. */
export function resolveRollUps(objects: Map<string, SObjectType>): void {
  for (const object of objects.values()) {
    for (const field of object.fields.values())
      if (field.summary !== undefined) resolve(objects, object, field, field.summary);
  }
}

function resolve(objects: Map<string, SObjectType>, object: SObjectType, field: Field, summary: RollUp): void {
  const place = `${object.name}.${field.name}`;
  const child = objects.get(summary.child);
  const foreignKey = child?.fields.get(summary.foreignKey);
  const path = `${summary.child}.${summary.foreignKey}`;
  if (foreignKey === undefined) throw new DeployError(place, `no CustomField named ${path} found`);
  const isMaster = foreignKey.reference?.kind === 'masterDetail' || path === 'Opportunity.AccountId';
  if (!isMaster || foreignKey.reference?.to.includes(object.name) !== true) {
    throw new DeployError(place, `${path} is not a master-detail relationship to ${object.name}`);
  }
  for (const filter of summary.filters) {
    if (child?.fields.has(filter.field) === true) continue;
    throw new DeployError(place, `no CustomField named ${summary.child}.${filter.field} found`);
  }
  if (summary.summarized === undefined) return;
  const summarized = child?.fields.get(summary.summarized);
  if (summarized === undefined) {
    throw new DeployError(place, `no CustomField named ${summary.child}.${summary.summarized} found`);
  }
  if (!SUMMARIZED[summary.operation].includes(summarized.type)) {
    throw new DeployError(place, `${summary.operation} is not for the ${summarized.type} field ${summary.summarized}`);
  }
  field.type = summarized.type === 'int' ? 'double' : summarized.type;
  field.precision = summarized.type === 'date' || summarized.type === 'datetime' ? 0 : 18;
  field.scale = summarized.scale;
}
