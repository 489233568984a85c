interface Refused {
  message: string;
}

export interface RefusedSave {
  body?: { message?: string; output?: { errors?: Refused[]; fieldErrors?: Record<string, Refused[]> } };
  message?: string;
}

export function sortRefusal(
  error: RefusedSave,
  shownFields: string[],
): { byField: Record<string, string>; general: string | undefined };
