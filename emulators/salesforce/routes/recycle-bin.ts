import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { undelete } from '../partner-api/index.ts';
import { tokenOf } from '../caller.ts';
import type { Platform } from '../platform.ts';

const Request = z.strictObject({ ids: z.array(z.string()).min(1).max(200) });

/** Restores records as a person does in the recycle bin: whoever is logged in, else the first user of the org. */
export function recycleBinRoutes(app: FastifyInstance, { org, sessions }: Platform, firstUser: () => string): void {
  app.post('/_emulator/undelete', (request, reply) => {
    const parsed = Request.safeParse(request.body);
    if (!parsed.success) return reply.code(400).send({ error: z.prettifyError(parsed.error) });
    const user = org.findUser(sessions.usernameOf(tokenOf(request)) ?? firstUser());
    if (user === undefined) return reply.code(409).send({ error: 'the org has no such user' });
    return { results: undelete(org, user, parsed.data.ids) };
  });
}
