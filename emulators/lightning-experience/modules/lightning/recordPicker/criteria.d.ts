export interface PickerFilter {
  criteria: { fieldPath: string; operator: string; value: unknown }[];
  filterLogic?: string;
}

export function toCondition(filter: PickerFilter | undefined): string | undefined;
