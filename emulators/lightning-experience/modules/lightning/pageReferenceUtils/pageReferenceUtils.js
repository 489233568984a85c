/**
 * Field values as the state of a page reference for a new record takes them.
 * @see https://developer.salesforce.com/docs/platform/lwc/guide/use-navigate-add-params-url.html
 */
export function encodeDefaultFieldValues(values) {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join(',');
}

/** The field values of such a state, all of them text. */
export function decodeDefaultFieldValues(encoded) {
  if (!encoded) return {};
  const pairs = encoded.split(',').map((pair) => {
    const [name, ...value] = pair.split('=');
    return [name, decodeURIComponent(value.join('='))];
  });
  return Object.fromEntries(pairs);
}
