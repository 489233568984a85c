import { HOUR } from '../clock.ts';
import { toError } from '../errors.ts';
import { DeliveryUnknownError } from '../slack/index.ts';
import type { Context } from './context.ts';

/** Since when a part fails, and whether people have been told. */
export interface Trouble {
  since: string;
  message: string;
  isTold: boolean;
}

const SETTING = 'trouble';
const TELL_AFTER_MS = HOUR;

const PARTS: Record<string, string> = {
  salesforce: 'Salesforce',
  sheet: 'the backlog spreadsheet',
  vitally: 'Vitally',
  slack: 'Slack',
};

/** What fails now, by part. */
export function listTrouble({ settings }: Context['state']): Record<string, Trouble> {
  return JSON.parse(settings.get(SETTING) ?? '{}') as Record<string, Trouble>;
}

/**
 * Remembers what fails. What has failed in every cycle of more than an hour is told of in the log and in the channel, once,
 * and so is that it works again.
 */
export async function tellTrouble(context: Context, failures: Readonly<Record<string, string>>): Promise<void> {
  const { state, clock } = context;
  const before = listTrouble(state);
  const now = clock.now();
  const after: Record<string, Trouble> = {};
  for (const [part, message] of Object.entries(failures)) {
    const { since, isTold } = before[part] ?? { since: now.toISOString(), isTold: false };
    const isDue = !isTold && now.getTime() - Date.parse(since) > TELL_AFTER_MS;
    const text = `Groundwork has not been able to work with ${nameOf(part)} since ${show(since)}: ${message}`;
    after[part] = { since, message, isTold: isTold || (isDue && (await tell(context, part, since, text, failures))) };
  }
  for (const [part, { since, message, isTold }] of Object.entries(before)) {
    if (!isTold || part in failures) continue;
    const text = `Groundwork works with ${nameOf(part)} again, after trouble since ${show(since)}.`;
    if (!(await tell(context, part, since, text, failures))) after[part] = { since, message, isTold };
  }
  const content = JSON.stringify(after);
  if (content !== JSON.stringify(before)) state.settings.set(SETTING, content);
}

/** Says whether it was told. Where Slack is what fails, or is not used, the log has to do. */
async function tell(
  { slack, log }: Context,
  part: string,
  since: string,
  text: string,
  failures: Readonly<Record<string, string>>,
): Promise<boolean> {
  if (slack !== undefined && !('slack' in failures)) {
    try {
      const blocks = [{ type: 'section', text: { type: 'plain_text', text } }];
      await slack.post({ key: `trouble ${part} ${since}`, text, blocks });
    } catch (error) {
      // One that may have arrived is not sent again.
      if (!(error instanceof DeliveryUnknownError)) {
        log.warn({ error: toError(error).message }, 'the channel could not be told of trouble');
        return false;
      }
    }
  }
  log.error({ part, since }, text);
  return true;
}

function nameOf(part: string): string {
  return PARTS[part] ?? part;
}

function show(moment: string): string {
  return `${moment.slice(0, 16).replace('T', ' ')} UTC`;
}
