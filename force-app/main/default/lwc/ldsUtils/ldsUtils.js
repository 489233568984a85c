/**
 * The plain messages of one or several errors, none twice and none empty.
 * A refused save has messages per record and per field; its general message then says nothing more.
 *
 * @param {LdsError | string | undefined | (LdsError | string | undefined)[]} errors
 * @returns {string[]}
 */
export function reduceErrors(errors) {
  const messages = (Array.isArray(errors) ? errors : [errors]).flatMap(messagesOf);
  return [...new Set(messages.filter((message) => message !== ''))];
}

/**
 * What is wrong with each field of a refused save, by API name of the field.
 *
 * @param {LdsError} error
 * @returns {Record<string, string>}
 */
export function fieldErrors(error) {
  const byField = Object.entries(outputOf(error)?.fieldErrors ?? {});
  return Object.fromEntries(byField.map(([field, errors]) => [field, textsOf(errors).join(' ')]));
}

/**
 * The messages of a refused save that concern none of these fields.
 *
 * @param {LdsError} error
 * @param {string[]} fields API names of the fields that show their message themselves
 * @returns {string[]}
 */
export function otherErrors(error, fields) {
  const output = outputOf(error);
  if (!output) {
    return reduceErrors(error);
  }
  const elsewhere = Object.entries(output.fieldErrors ?? {}).filter(([field]) => !fields.includes(field));
  return [...new Set([...textsOf(output.errors), ...elsewhere.flatMap(([, errors]) => textsOf(errors))])];
}

/**
 * Whether the error means that the user may not see the object or record at all.
 *
 * @param {LdsError | undefined} error
 */
export function isNoAccess(error) {
  return error?.status === 403 || error?.status === 404;
}

/**
 * Whether a save was refused because somebody else saved the record in between.
 *
 * @param {LdsError | undefined} error
 */
export function isConflict(error) {
  const output = Array.isArray(error?.body) ? undefined : error?.body?.output;
  return error?.status === 412 || (output?.errors ?? []).some(({ errorCode }) => errorCode === 'CONFLICT');
}

/**
 * Whether a save was refused by a field that has to be unique: somebody saved the same in the very same moment, so that
 * no rule of the org could see it.
 *
 * @param {LdsError | undefined} error
 */
export function isDuplicateValue(error) {
  const output = Array.isArray(error?.body) ? undefined : error?.body?.output;
  const all = [...(output?.errors ?? []), ...Object.values(output?.fieldErrors ?? {}).flat()];
  return all.some(({ errorCode }) => errorCode === 'DUPLICATE_VALUE');
}

/** @param {LdsError | string | undefined} error */
function messagesOf(error) {
  if (error === undefined || typeof error === 'string') {
    return [error ?? ''];
  }
  const output = outputOf(error);
  if (output) {
    return [...textsOf(output.errors), ...Object.values(output.fieldErrors ?? {}).flatMap(textsOf)];
  }
  if (Array.isArray(error.body)) {
    return textsOf(error.body);
  }
  return [error.body?.message ?? error.message ?? error.statusText ?? ''];
}

/**
 * The part of a refused save that names records and fields, when it names any.
 *
 * @param {LdsError} error
 */
function outputOf(error) {
  const output = Array.isArray(error.body) ? undefined : error.body?.output;
  const named = (output?.errors?.length ?? 0) + Object.keys(output?.fieldErrors ?? {}).length;
  return named > 0 ? output : undefined;
}

/** @param {readonly LdsMessage[] | undefined} errors */
function textsOf(errors) {
  return (errors ?? []).map(({ message }) => message);
}
