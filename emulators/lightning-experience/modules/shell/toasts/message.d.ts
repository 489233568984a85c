export interface Part {
  key: number;
  text: string;
  url?: string;
}

export function toParts(message: string, data: (string | { url: string; label: string })[]): Part[];
