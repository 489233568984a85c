/** A toast's message with `{0}` replaced by its data: texts, or links `{ url, label }`. */
export function toParts(message, data) {
  return message
    .split(/(\{\d+\})/)
    .filter((part) => part !== '')
    .map((part, key) => {
      const held = part.match(/^\{(\d+)\}$/) ? data[Number(part.slice(1, -1))] : part;
      return typeof held === 'object' ? { key, text: held.label, url: held.url } : { key, text: String(held ?? part) };
    });
}
