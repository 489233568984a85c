import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { sessionHeaders } from './session.ts';

const GlobalDescribe = z.object({
  sobjects: z.array(z.object({ name: z.string(), keyPrefix: z.string().nullable(), labelPlural: z.string() })),
});

export type DescribedObject = z.infer<typeof GlobalDescribe>['sobjects'][number];

/** The objects of which whoever sent this request may know, as the org describes them; none when it does not. */
export async function describedObjects(app: FastifyInstance, request: FastifyRequest): Promise<DescribedObject[]> {
  const answer = await app.inject({ url: '/services/data/v66.0/sobjects', headers: sessionHeaders(request) });
  const described = GlobalDescribe.safeParse(answer.statusCode === 200 ? answer.json() : undefined);
  return described.data?.sobjects ?? [];
}
