import { z } from 'zod';
import type { StoredRecord } from '../entities.ts';
import { insufficientAccess, notFound } from '../errors.ts';
import { madeUpPassword, setPassword } from '../partner-api/index.ts';
import { parseBody } from './body.ts';
import { ok, param, type Answer, type Call, type Endpoint } from './endpoint.ts';
import { recordOf } from './find-object.ts';

const NewPassword = z.object({ NewPassword: z.string().min(1) });

/**
 * A user's password: whether it has expired, a new one, or one that is made up.
 *
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_sobject_user_password.htm
 */
export function passwordEndpoints(): Endpoint[] {
  const path = '/sobjects/User/:id/password';
  return [
    {
      method: 'GET',
      path,
      answer(call) {
        userInPath(call);
        return ok({ isExpired: false });
      },
    },
    { method: 'POST', path, answer: changePassword },
    { method: 'DELETE', path, answer: resetPassword },
  ];
}

function changePassword(call: Call): Answer {
  const { NewPassword: password } = parseBody(NewPassword, call.body);
  give(call, password);
  return { status: 204 };
}

function resetPassword(call: Call): Answer {
  const password = madeUpPassword();
  give(call, password);
  return ok({ NewPassword: password });
}

function give(call: Call, password: string): void {
  if (!setPassword(call.platform, call.user, String(userInPath(call)['Id']), password)) {
    throw insufficientAccess('insufficient access rights on object id');
  }
}

function userInPath(call: Call): StoredRecord {
  const users = call.platform.org.schema.findObject('User');
  if (users === undefined) throw notFound();
  return recordOf(call, users, param(call, 'id'));
}
