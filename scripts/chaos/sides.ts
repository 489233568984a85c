/** A mirror that histories happen to, beside Salesforce. */
export type Side = 'sheet' | 'vitally' | 'slack';

export const SIDES = ['sheet', 'vitally', 'slack'] as const satisfies readonly Side[];
