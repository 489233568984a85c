import type { CoverageEntry } from '../core/index.ts';

const PROTOCOL = ['conformance/slack-web-api.test.ts', 'conformance/slack-people.test.ts'];
const PAGES = ['unit/emulators/slack/pages.test.ts'];

/** What this emulator does of Slack, route by route. */
export const coverage: readonly CoverageEntry[] = [
  ...method('api.test', 'partial', 'Does not echo its arguments.'),
  ...method('auth.test', 'supported'),
  ...method(
    'chat.postMessage',
    'partial',
    'Header, section, context, actions, divider, image and markdown blocks with buttons, selects and overflow menus. Attachments, rich text, tables and inputs, other names and icons, link_names and parse are refused with invalid_arguments. Text is kept as it was sent: the vendor escapes stray signs and wraps bare addresses.',
  ),
  ...method('chat.update', 'partial', 'As chat.postMessage. With blocks alone the text stays as it was.'),
  ...method('chat.delete', 'supported'),
  ...method('chat.getPermalink', 'supported'),
  ...method('conversations.list', 'partial', 'All channels on one page; types and limit are taken and change nothing.'),
  ...method('conversations.info', 'supported'),
  ...method('conversations.history', 'supported'),
  ...method('conversations.replies', 'supported'),
  ...method('users.lookupByEmail', 'supported'),
  ...method('team.info', 'partial', 'Id, name and domain only.'),
  { route: 'GET /', status: 'supported', testedBy: PAGES },
  { route: 'GET /archives/:channel', status: 'supported', testedBy: PAGES },
  { route: 'GET /archives/:channel/:message', status: 'supported', testedBy: PAGES },
  {
    route: 'Rate limits',
    status: 'refused',
    testedBy: ['conformance/slack-limits.test.ts'],
    notes:
      'Off unless switched on: one message a second and channel (limitsPosting), and calls a minute by tier (limitsMethods). Without bursts, and without the limit of a whole workspace.',
  },
  {
    route: 'POST /services/:team/:bot/:secret',
    status: 'refused',
    testedBy: PAGES,
    notes: 'Incoming webhooks answer no ts, so that nothing could be corrected or found again: a 404.',
  },
  { route: 'POST /api/files.upload', status: 'refused', testedBy: PROTOCOL, notes: 'unknown_method' },
  { route: 'POST /api/views.open', status: 'refused', testedBy: PROTOCOL, notes: 'unknown_method' },
  { route: 'POST /api/users.info', status: 'refused', testedBy: PROTOCOL, notes: 'unknown_method' },
];

function method(name: string, status: 'supported' | 'partial', notes?: string): CoverageEntry[] {
  return ['POST', 'GET'].map((verb) => ({
    route: `${verb} /api/${name}`,
    status,
    testedBy: PROTOCOL,
    ...(notes !== undefined && { notes }),
  }));
}
