import type { CompiledSharingRule } from '../access/index.ts';
import type { Schema, SharingRule, SObjectType, StoredValue } from '../entities.ts';
import { DeployError } from '../schema/index.ts';
import { filterSql } from './roll-up-filter.ts';

/** The sharing rules of an org with their criteria in SQL. Throws DeployError for one that cannot be kept. */
export function compileSharingRules(schema: Schema): CompiledSharingRule[] {
  return schema.sharingRules.map((rule) => {
    const object = schema.findObject(rule.object);
    if (rule.which.kind !== 'matching' || object === undefined) return rule;
    const { criteria, logic } = rule.which;
    const criteriaSql = (alias: string): string =>
      joinedSql(
        rule,
        criteria.map((one) => oneSql(schema, rule, object, one, alias)),
        logic,
      );
    // Here and not in the midst of a query.
    criteriaSql('t');
    return { ...rule, criteriaSql };
  });
}

type Criterion = Extract<SharingRule['which'], { kind: 'matching' }>['criteria'][number];

function oneSql(
  schema: Schema,
  { name }: SharingRule,
  object: SObjectType,
  criterion: Criterion,
  alias: string,
): string {
  const { sql, values } = filterSql(name, schema, object, [criterion], (field) => `${alias}."${field}"`);
  // The condition travels into statements that have parameters of their own.
  const left = [...values];
  return sql.replaceAll('?', () => literal(left.shift() ?? null));
}

/** `1 AND (2 OR 3)` with the conditions in place of their numbers. */
function joinedSql({ name }: SharingRule, conditions: string[], logic: string | undefined): string {
  const wanted = logic ?? conditions.map((_, index) => String(index + 1)).join(' AND ');
  if (wanted === '' || /[^\d\s()]/.test(wanted.replace(/\b(?:AND|OR|NOT)\b/gi, ''))) {
    throw new DeployError(name, `Invalid booleanFilter: ${wanted}`);
  }
  const sql = wanted.replace(/\d+/g, (number) => {
    const condition = conditions[Number(number) - 1];
    if (condition === undefined) throw new DeployError(name, `Invalid booleanFilter: there is no criterion ${number}`);
    return condition;
  });
  return `(${sql})`;
}

function literal(value: StoredValue): string {
  if (value === null) return 'NULL';
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
}
