/** What the ready line tells: where each running part is, and how to be let in. */
export interface Ready {
  portal?: string;
  salesforce?: { url: string; accessToken: string; username: string; apiVersion: string };
  googleSheets?: { url: string; accessToken: string; spreadsheetId: string };
  vitally?: { url: string; apiKey: string };
  slack?: { url: string; token: string; channel: string };
}
