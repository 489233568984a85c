import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { PatientCaller } from './call-patiently.ts';

/** What Slack says of the token and of the channel. A refusal of either is thrown by the call that met it. */
export interface Examination {
  team: string;
  bot: string;
  scopes: readonly string[];
  /** Asked for when it is needed, since it may be refused for itself. */
  channel(): Promise<{ name: string; isMember: boolean; isArchived: boolean }>;
}

const Identity = z.object({
  team: z.string().default(''),
  user: z.string().default(''),
  response_metadata: z.object({ scopes: z.array(z.string()).default([]) }).default({ scopes: [] }),
});

const ChannelAnswer = z.object({
  channel: z.object({
    name: z.string().default(''),
    is_member: z.boolean().default(false),
    is_archived: z.boolean().default(false),
  }),
});

export async function examine(client: WebClient, caller: PatientCaller, channel: string): Promise<Examination> {
  const identity: unknown = await caller.call(() => client.auth.test(), 'arrive twice');
  const { team, user, response_metadata: metadata } = Identity.parse(identity);
  return {
    team,
    bot: user,
    scopes: metadata.scopes,
    channel: async () => {
      const answer: unknown = await caller.call(() => client.conversations.info({ channel }), 'arrive twice');
      const { name, is_member: isMember, is_archived: isArchived } = ChannelAnswer.parse(answer).channel;
      return { name, isMember, isArchived };
    },
  };
}
