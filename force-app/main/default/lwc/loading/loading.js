import { isNoAccess } from 'c/ldsUtils';

/**
 * How far the answers have come of which a component needs every one.
 *
 * @typedef {object} Loading
 * @property {boolean} hasBegun whether the first of them has come
 * @property {boolean} isLoading
 * @property {boolean} isReady whether all have come, none of them an error
 * @property {boolean} hasAccess false when the error means that the user may not see what was asked for
 * @property {LdsError | undefined} error the first
 */

/**
 * @param {...(WireResult<unknown> | undefined)} results of wires, first the one that tells whether the user has access
 * @returns {Loading}
 */
export function loadingOf(...results) {
  const error = results.find((result) => result?.error)?.error;
  const isReady = !error && results.every((result) => result?.data);
  const hasBegun = Boolean(results[0]?.data ?? results[0]?.error);
  return { hasBegun, isLoading: !error && !isReady, isReady, hasAccess: !isNoAccess(error), error };
}

/**
 * What the user may do with one of several objects that were asked for together, as if it had been asked for alone.
 *
 * @param {WireResult<ObjectInfos> | undefined} objectInfos
 * @param {number} index
 * @returns {WireResult<ObjectInfo>}
 */
export function infoAt(objectInfos, index) {
  const { statusCode = 200, result } = objectInfos?.data?.results[index] ?? {};
  if (objectInfos?.error) {
    return { error: objectInfos.error };
  }
  return statusCode === 200 ? { data: result } : { error: { status: statusCode } };
}
