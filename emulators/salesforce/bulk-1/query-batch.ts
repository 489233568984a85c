import { ApiError } from '../errors.ts';
import type { Org } from '../org.ts';
import { describeQuery, runQuery } from '../soql/index.ts';
import type { AsyncBatch, AsyncJob, QueryResult } from './job.ts';

/**
 * Runs the query of a batch. What a bulk query may not hold is an ApiError: its object must be that of the job, and
 * neither aggregates nor subqueries nor compound fields are answered.
 *
 * https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/asynch_api_using_bulk_query.htm
 */
export function runQueryBatch(org: Org, job: AsyncJob, { content }: AsyncBatch): Omit<QueryResult, 'id'> {
  const soql = content.toString('utf8').trim();
  const { object, columns, isGrouped, hasChildren, hasTypeof, compound } = describeQuery(org, soql, job.user);
  if (object !== job.object) {
    throw refused(
      'INVALID_TYPE_FOR_OPERATION',
      `The root entity of the requested query (${object}) does not match the entity of the requested Bulk API Job (${job.object}).`,
    );
  }
  if (isGrouped || hasChildren) throw notEnabled('Aggregate Relationships not supported in Bulk Query');
  if (compound !== undefined) throw notEnabled('Selecting compound data not supported in Bulk Query');
  if (hasTypeof && job.contentType !== 'JSON') throw notEnabled('TYPEOF is answered as JSON only');
  const { records } = runQuery(org, soql, {
    user: job.user,
    includeDeleted: job.operation === 'queryAll',
    sobjectsUrl: `/services/data/v${job.version}/sobjects`,
    answerChildren: () => null,
  });
  return { columns, records };
}

function notEnabled(message: string): ApiError {
  return refused('FUNCTIONALITY_NOT_ENABLED', message);
}

function refused(errorCode: string, message: string): ApiError {
  return new ApiError(400, [{ errorCode, message }]);
}
