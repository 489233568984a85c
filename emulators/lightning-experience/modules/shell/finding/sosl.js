const SHORTEST = 2;

/**
 * The search for the words of a text, each of which may go on, among the records of these objects; undefined for a text too
 * short to be looked for. Reserved characters are escaped.
 * @see https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_sosl_find.htm
 */
export function toSosl(text, objects, most) {
  const words = text.replace(/[{}]/g, ' ').trim().split(/\s+/);
  if (words.join(' ').length < SHORTEST || objects.length === 0) return undefined;
  const term = words.map((word) => `${word.replace(/[?&|![\]()^~*:\\"'+-]/g, '\\$&')}*`).join(' ');
  const returning = objects.map((object) => `${object}(Id, Name LIMIT ${most})`).join(', ');
  return `FIND {${term}} IN ALL FIELDS RETURNING ${returning}`;
}
