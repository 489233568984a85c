import { noAuthorization, wrongApiKey } from './errors.ts';

/** Passes when the header is HTTP Basic with the API key as user name and an empty password; throws a 401 otherwise. */
export function authorize(header: string | undefined, apiKey: string): void {
  if (header === undefined) throw noAuthorization();
  const [scheme, credentials] = header.split(' ');
  if (scheme?.toLowerCase() !== 'basic' || credentials === undefined) throw wrongApiKey();
  if (Buffer.from(credentials, 'base64').toString() !== `${apiKey}:`) throw wrongApiKey();
}
