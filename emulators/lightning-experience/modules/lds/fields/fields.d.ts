export type FieldToken = string | { objectApiName: string; fieldApiName: string };

export function qualified(field: FieldToken): string;
export function qualifiedAll(fields: FieldToken | FieldToken[] | null | undefined): string[];
export function objectName(object: string | { objectApiName: string } | undefined): string | undefined;
export function findField(record: unknown, field: FieldToken): { value: unknown; displayValue?: unknown } | undefined;
