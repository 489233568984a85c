import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { permissionSetsOfGroup } from './metadata/index.ts';
import { sessionHeaders } from './session.ts';

const Caller = z.object({ user_id: z.string() });
const Assignments = z.object({
  records: z.array(
    z.object({
      PermissionSet: z.object({ Name: z.string() }).nullable(),
      PermissionSetGroup: z.object({ DeveloperName: z.string() }).nullable(),
    }),
  ),
});

/**
 * Names of the permission sets that whoever sent this request has, those that come with groups included. Undefined when
 * the org does not tell.
 */
export async function permissionSetsOf(
  app: FastifyInstance,
  request: FastifyRequest,
  source: string,
): Promise<string[] | undefined> {
  const headers = sessionHeaders(request);
  const caller = Caller.safeParse(await ask(app, headers, '/services/oauth2/userinfo'));
  if (!caller.success) return undefined;
  const soql = `SELECT PermissionSet.Name, PermissionSetGroup.DeveloperName FROM PermissionSetAssignment WHERE AssigneeId = '${caller.data.user_id}'`;
  const answer = await ask(app, headers, `/services/data/v66.0/query?q=${encodeURIComponent(soql)}`);
  const assignments = Assignments.safeParse(answer);
  if (!assignments.success) return undefined;
  return assignments.data.records.flatMap(({ PermissionSet, PermissionSetGroup }) => [
    ...(PermissionSet === null ? [] : [PermissionSet.Name]),
    ...(PermissionSetGroup === null ? [] : permissionSetsOfGroup(source, PermissionSetGroup.DeveloperName)),
  ]);
}

async function ask(app: FastifyInstance, headers: Record<string, string>, url: string): Promise<unknown> {
  const answer = await app.inject({ url, headers });
  return answer.statusCode === 200 ? answer.json() : undefined;
}
