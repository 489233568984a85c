import { labelOf } from 'shell/fieldPaths';
import { optionsOf } from 'shell/picklists';

/** What an input of a field needs to know beside its value. */
export function editingOf(info, field, { picklists, valueOf }) {
  const controllers = field.filteredLookupInfo?.controllingFields ?? [];
  return {
    label: labelOf(field),
    object: info.apiName,
    targets: field.reference ? field.referenceToInfos : [],
    bindings: controllers.map((name) => `${name}=${valueOf(name) ?? ''}`).join(','),
    options: optionsOf(picklists, info, field.apiName, valueOf),
  };
}
