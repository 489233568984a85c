export function ago(moment: string, now?: number): string;
