import type { Method, MethodContext } from './method.ts';

/** `api.test` and `auth.test`: whether the line and the token are good. */
export function authMethods({ store, origin }: MethodContext): Record<string, Method> {
  return {
    'api.test': () => ({}),
    'auth.test': () => ({
      url: `${origin()}/`,
      team: 'Groundwork',
      user: 'groundwork',
      team_id: store.bot.teamId,
      user_id: store.bot.userId,
      bot_id: store.bot.botId,
      is_enterprise_install: false,
    }),
  };
}
