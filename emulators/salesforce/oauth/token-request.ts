import { z } from 'zod';

/** What a client asks a token with. */
export const TokenRequest = z.object({
  grant_type: z.string().optional(),
  assertion: z.string().optional(),
  client_id: z.string().optional(),
  client_secret: z.string().optional(),
  username: z.string().optional(),
  password: z.string().optional(),
  refresh_token: z.string().optional(),
  code: z.string().optional(),
  code_verifier: z.string().optional(),
  redirect_uri: z.string().optional(),
});
export type TokenRequest = z.infer<typeof TokenRequest>;
