/**
 * Sorts a refused save: what is said of fields that are shown, and all else in one text, which is never empty when
 * nothing is shown at a field.
 */
export function sortRefusal({ body, message }, shownFields) {
  const fieldErrors = Object.entries(body?.output?.fieldErrors ?? {});
  const byField = Object.fromEntries(
    fieldErrors.filter(([name]) => shownFields.includes(name)).map(([name, [first]]) => [name, first.message]),
  );
  const elsewhere = fieldErrors.filter(([name]) => !shownFields.includes(name)).flatMap(([, errors]) => errors);
  const words = [...(body?.output?.errors ?? []), ...elsewhere].map((one) => one.message).join(' ');
  const isAtFields = Object.keys(byField).length > 0;
  return { byField, general: words || (isAtFields ? 'Review the fields marked below.' : (body?.message ?? message)) };
}
