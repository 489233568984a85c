/** The record types among which a person chooses for a new record, by name; the master one only stands in for none. */
export function choosableTypes({ recordTypeInfos }) {
  return Object.values(recordTypeInfos)
    .filter(({ available, master }) => available && !master)
    .sort((one, other) => one.name.localeCompare(other.name));
}
