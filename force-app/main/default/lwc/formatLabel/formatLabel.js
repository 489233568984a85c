/**
 * Puts values into the numbered places of a custom label, `{0}` being the first.
 *
 * @param {string} label
 * @param {...(string | number)} values
 */
export function formatLabel(label, ...values) {
  return label.replace(/\{(\d+)\}/g, (place, index) => String(values[Number(index)] ?? place));
}
