import type { Examination, SlackClient } from '../slack/index.ts';
import { diagnose, unreachable, type Cause, type Finding } from './finding.ts';

const AREA = 'Slack';

/** Without these, nothing is posted, or a message that may have arrived is not found again. */
const NEEDED = ['chat:write', 'metadata.message:read'];
/** One of each pair: public channels and private ones have scopes of their own. */
const NEEDED_FOR_CHANNELS = [
  ['channels:read', 'groups:read'],
  ['channels:history', 'groups:history'],
];
/** Without it, people are named and not mentioned. */
const FOR_MENTIONS = ['users:read', 'users:read.email'];

const REINSTALL = 'under OAuth & Permissions of the Slack app, and install the app in the workspace again';

export async function checkSlack(slack: SlackClient, url: string): Promise<Finding[]> {
  let examination: Examination;
  try {
    examination = await slack.examine();
  } catch (error) {
    return [diagnose(AREA, 'Token', error, tokenCauses(url))];
  }
  const { team, bot, scopes } = examination;
  return [
    { area: AREA, check: 'Token', state: 'fine', says: `The bot ${bot} is in the workspace ${team}` },
    checkScopes(scopes),
    await checkChannel(examination, slack.channel),
  ];
}

function checkScopes(scopes: readonly string[]): Finding {
  const check = 'Scopes';
  const missing = [
    ...NEEDED.filter((scope) => !scopes.includes(scope)),
    ...NEEDED_FOR_CHANNELS.filter((either) => !either.some((scope) => scopes.includes(scope))).map(([first]) => first),
  ];
  if (missing.length > 0) {
    return {
      area: AREA,
      check,
      state: 'broken',
      says: `The token lacks ${missing.join(', ')}`,
      fix: `Add them ${REINSTALL}.`,
    };
  }
  const forMentions = FOR_MENTIONS.filter((scope) => !scopes.includes(scope));
  if (forMentions.length === 0) return { area: AREA, check, state: 'fine', says: 'The token has all scopes' };
  const says = `Without ${forMentions.join(', ')}, people are named but not mentioned`;
  return { area: AREA, check, state: 'warning', says, fix: `Add them ${REINSTALL}.` };
}

async function checkChannel(examination: Examination, channel: string): Promise<Finding> {
  const check = 'Channel';
  try {
    const { name, isMember, isArchived } = await examination.channel();
    if (isArchived) {
      return {
        area: AREA,
        check,
        state: 'broken',
        says: `#${name} is archived`,
        fix: 'Take it out of the archive, or set SLACK_CHANNEL to another.',
      };
    }
    if (!isMember) {
      return {
        area: AREA,
        check,
        state: 'broken',
        says: `The bot is not in #${name}`,
        fix: `Write "/invite @groundwork" (the bot's name) in #${name}.`,
      };
    }
    return { area: AREA, check, state: 'fine', says: `The bot is in #${name}` };
  } catch (error) {
    return diagnose(AREA, check, error, [
      {
        sign: /channel_not_found/,
        says: `Slack shows the bot no channel ${channel}`,
        fix: 'SLACK_CHANNEL must be the id (C…, at the foot of the channel’s details), not the name; invite the bot to a private channel.',
      },
      {
        sign: /missing_scope/,
        says: 'The token may not look at channels',
        fix: `Add channels:read (groups:read for a private channel) ${REINSTALL}.`,
      },
    ]);
  }
}

function tokenCauses(url: string): Cause[] {
  return [
    {
      sign: /token_revoked|account_inactive|token_expired/,
      says: 'The token was revoked: the app was taken out of the workspace',
      fix: 'Install the Slack app again and put its new bot token into SLACK_TOKEN.',
    },
    {
      sign: /invalid_auth|not_authed/,
      says: 'Slack does not know the token',
      fix: 'SLACK_TOKEN must be the bot token, xoxb-…, from OAuth & Permissions of the Slack app.',
    },
    {
      sign: /not_allowed_token_type/,
      says: 'This is not the token of a bot',
      fix: 'SLACK_TOKEN must be the bot token, xoxb-….',
    },
    { sign: /patience|takes no calls/, says: 'Slack asks for patience', fix: 'Try again in a minute.' },
    unreachable(url, 'SLACK_API_URL'),
    {
      sign: /statusCode = 40[045]|Unexpected token|not valid JSON/,
      says: `There is no Slack API at ${url}`,
      fix: 'Check SLACK_API_URL: https://slack.com/api/, with api at its end; leave it out to use that.',
    },
  ];
}
