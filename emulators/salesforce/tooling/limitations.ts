import { ApiError } from '../errors.ts';
import { toConditionTree, type ConditionTree, type ParsedQuery } from '../soql/index.ts';

/** Objects that are made up for each query, of which less can be asked. */
const MADE_UP = ['EntityDefinition', 'FieldDefinition'];

export function isMadeUp(object: string): boolean {
  return MADE_UP.some((name) => name.toLowerCase() === object.toLowerCase());
}

/**
 * Refuses what these objects do not answer, and forgets LIMIT and OFFSET as they do.
 *
 * https://developer.salesforce.com/docs/atlas.en-us.api_tooling.meta/api_tooling/reference_objects_soql_limits.htm
 */
export function withLimitations(parsed: ParsedQuery): ParsedQuery {
  const { query } = parsed;
  if (!isMadeUp(query.sObject)) return parsed;
  const aggregates = (query.fields ?? []).some(({ type }) => type === 'FieldFunctionExpression');
  if (aggregates || query.groupBy !== undefined) {
    throw refused(
      'The requested operation is not yet supported by this SObject storage type, contact salesforce.com support for more information.',
    );
  }
  const comparisons = query.where === undefined ? [] : comparisonsOf(toConditionTree(query.where));
  if (query.sObject.toLowerCase() === 'fielddefinition' && !comparisons.some((field) => REIFIED.test(field))) {
    throw refused('FieldDefinition: a filter on a reified column is required [EntityDefinitionId,DurableId]');
  }
  const others = { ...query };
  delete others.limit;
  delete others.offset;
  return { ...parsed, query: others };
}

const REIFIED = /(^|\.)(EntityDefinitionId|DurableId)$|(^|\.)EntityDefinition\.\w+$/i;

/** The fields that are compared. */
function comparisonsOf(tree: ConditionTree): string[] {
  switch (tree.kind) {
    case 'or':
      throw refused('Disjunctions not supported');
    case 'not':
      throw refused('Only equals comparisons permitted');
    case 'and':
      return tree.parts.flatMap(comparisonsOf);
    case 'comparison': {
      const { comparison } = tree;
      if (['!=', '<>', 'NOT IN'].includes(comparison.operator.toUpperCase())) {
        throw refused('Only equals comparisons permitted');
      }
      return 'field' in comparison ? [comparison.field] : [];
    }
  }
}

function refused(message: string): ApiError {
  return new ApiError(400, [{ message, errorCode: 'EXTERNAL_OBJECT_UNSUPPORTED_EXCEPTION' }]);
}
