import type { Message, TestOrg } from './org.ts';

/** One message as it reached somebody: `Ana Ruiz` or `Ana Ruiz, Chen Wei`, and its title. */
export interface Told {
  readonly to: string;
  readonly title: string;
  readonly body: string;
}

/** What was told in the app since this was last asked, in order; each has to have gone out by e-mail too. */
export async function newlyTold(org: TestOrg): Promise<readonly Told[]> {
  const messages = await org.newMessages();
  const notifications = messages.filter(({ kind }) => kind === 'notification').map(toTold);
  const emails = messages.filter(({ kind }) => kind === 'email').map(toTold);
  const missing = notifications.filter(
    (told) => !emails.some((email) => email.title === told.title && email.to === told.to),
  );
  if (missing.length > 0) throw new Error(`Not told by e-mail: ${missing.map(({ title }) => title).join('; ')}`);
  return notifications;
}

/** The same as a list of lines `to: title`. */
export async function newLines(org: TestOrg): Promise<readonly string[]> {
  return (await newlyTold(org)).map(({ to, title }) => `${to}: ${title}`);
}

function toTold({ recipients, title, body }: Message): Told {
  const names = recipients.map(({ name }) => name).toSorted();
  return { to: names.join(', '), title, body };
}
