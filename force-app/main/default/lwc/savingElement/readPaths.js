/**
 * Fields as a wire asks for them, lookups with the names of their records.
 *
 * @param {ObjectInfo} objectInfo
 * @param {readonly string[]} names
 */
export function readPaths({ apiName, fields }, names) {
  return names.flatMap((name) => {
    const lookup = fields[name]?.dataType === 'Reference' && fields[name].relationshipName;
    return [`${apiName}.${name}`, ...(lookup ? [`${apiName}.${lookup}.Name`] : [])];
  });
}
