import { MissingScope, SlackError } from './errors.ts';

/** What the bot was granted when nothing else is said. */
export const ALL_SCOPES: readonly string[] = [
  'chat:write',
  'channels:read',
  'channels:history',
  'metadata.message:read',
  'users:read',
  'users:read.email',
  'team:read',
];

/** What each method needs, see its page under https://docs.slack.dev/reference/methods. The others need nothing. */
const NEEDED: Record<string, string> = {
  'chat.postMessage': 'chat:write',
  'chat.update': 'chat:write',
  'chat.delete': 'chat:write',
  'conversations.list': 'channels:read',
  'conversations.info': 'channels:read',
  'conversations.history': 'channels:history',
  'conversations.replies': 'channels:history',
  'users.lookupByEmail': 'users:read.email',
  'team.info': 'team:read',
};

/** What the bot's one token opens. */
export class Access {
  scopes: readonly string[];
  #isRevoked = false;

  constructor(scopes: readonly string[] = ALL_SCOPES) {
    this.scopes = scopes;
  }

  /** As when the app is taken out of the workspace. */
  revoke(): void {
    this.#isRevoked = true;
  }

  /** Passes a method that the token may call; throws `token_revoked` or `missing_scope`. */
  check(method: string): void {
    if (this.#isRevoked) throw new SlackError('token_revoked');
    const needed = NEEDED[method];
    if (needed !== undefined && !this.scopes.includes(needed)) throw new MissingScope(needed, this.scopes);
  }
}
