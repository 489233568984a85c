import type { SObjectType } from '../entities.ts';

/** How metadata writes the values of a checkbox that controls a picklist. */
const OF_CHECKBOX: Record<string, string> = { checked: 'true', unchecked: 'false' };

/** Gives picklists that a checkbox controls its values as the API calls them. */
export function resolveControllers(objects: Iterable<SObjectType>): void {
  for (const { fields } of objects) {
    for (const { picklist } of fields.values()) {
      if (fields.get(picklist?.controllerName ?? '')?.type !== 'boolean') continue;
      for (const value of picklist?.values ?? [])
        value.validFor = value.validFor?.map((one) => OF_CHECKBOX[one] ?? one) ?? [];
    }
  }
}
