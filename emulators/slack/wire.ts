import type { Bot, Channel, Message } from './entities.ts';

const BOT_NAME = 'groundwork';

/** Who the bot is, as messages tell it. */
export function toBotProfile({ botId, appId, userId, teamId }: Bot): Record<string, unknown> {
  return { id: botId, app_id: appId, user_id: userId, team_id: teamId, name: BOT_NAME, deleted: false };
}

/** A message as the API tells it. Metadata comes only when it was asked for. */
export function toWire(
  message: Message,
  bot: Bot,
  { withMetadata }: { withMetadata: boolean },
): Record<string, unknown> {
  if (message.isDeleted) return { ...threadOf(message, bot), ...TOMBSTONE, ts: message.ts };
  const { ts, text, blocks, metadata, editedTs, isBroadcast } = message;
  return {
    type: 'message',
    ...(isBroadcast && { subtype: 'thread_broadcast' }),
    user: bot.userId,
    bot_id: bot.botId,
    app_id: bot.appId,
    team: bot.teamId,
    bot_profile: toBotProfile(bot),
    text,
    ts,
    ...(blocks.length > 0 && { blocks }),
    ...(editedTs !== null && { edited: { user: bot.userId, ts: editedTs } }),
    ...(withMetadata && metadata !== null && { metadata }),
    ...threadOf(message, bot),
  };
}

/** A channel as `conversations.info` tells it. */
export function toConversation({ id, name, isMember, isArchived }: Channel): Record<string, unknown> {
  return {
    id,
    name,
    name_normalized: name,
    is_channel: true,
    is_group: false,
    is_im: false,
    is_mpim: false,
    is_private: false,
    is_archived: isArchived,
    is_member: isMember,
  };
}

const TOMBSTONE = {
  type: 'message',
  subtype: 'tombstone',
  user: 'USLACKBOT',
  hidden: true,
  text: 'This message was deleted.',
};

function threadOf({ ts, threadTs, replyCount, latestReplyTs }: Message, bot: Bot): Record<string, unknown> {
  if (threadTs !== null) return { thread_ts: threadTs, parent_user_id: bot.userId };
  if (replyCount === 0) return {};
  return {
    thread_ts: ts,
    reply_count: replyCount,
    reply_users_count: 1,
    reply_users: [bot.userId],
    latest_reply: latestReplyTs,
    subscribed: false,
    is_locked: false,
  };
}
