import type { Person } from '../entities.ts';
import { SlackError } from '../errors.ts';
import type { Method, MethodContext } from './method.ts';

/** `users.*` and `team.*`: who is in the workspace, and which it is. */
export function peopleMethods({ store, people }: MethodContext): Record<string, Method> {
  return {
    'users.lookupByEmail': (call) => {
      call.allow('email');
      const email = call.required('email').toLowerCase();
      const found = people.find((person) => person.email.toLowerCase() === email);
      if (found === undefined) throw new SlackError('users_not_found');
      return { user: toUser(found, store.bot.teamId) };
    },
    'team.info': (call) => {
      call.allow();
      return { team: { id: store.bot.teamId, name: 'Groundwork', domain: 'groundwork' } };
    },
  };
}

function toUser({ id, name, email }: Person, teamId: string): Record<string, unknown> {
  return {
    id,
    team_id: teamId,
    name: email.split('@')[0],
    real_name: name,
    deleted: false,
    is_bot: false,
    profile: { real_name: name, display_name: name, email },
  };
}
