/**
 * What a picklist offers: with a controlling field, only what suits its value. `valueOf(name)` gives the value of another
 * field as it is now.
 */
export function optionsOf(picklists, info, name, valueOf) {
  const { values = [], controllerValues = {} } = picklists?.picklistFieldValues[name] ?? {};
  const controller = info.fields[name].controllerName;
  const place = controller ? controllerValues[String(valueOf(controller))] : undefined;
  const offered = controller ? values.filter(({ validFor }) => validFor.includes(place)) : values;
  return offered.map(({ label, value }) => ({ label, value }));
}
