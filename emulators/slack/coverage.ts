import type { CoverageEntry } from '../core/index.ts';

const PROTOCOL = ['conformance/slack-web-api.test.ts'];
const PAGES = ['unit/emulators/slack/pages.test.ts'];

/** What this emulator does of Slack, route by route. */
export const coverage: readonly CoverageEntry[] = [
  ...method('api.test', 'partial', 'Does not echo its arguments.'),
  ...method('auth.test', 'supported'),
  ...method(
    'chat.postMessage',
    'partial',
    'Header, section, context, actions and divider blocks. Attachments, other blocks, other names and icons, link_names and parse are refused with invalid_arguments. Text is kept as it was sent: the vendor escapes stray signs and wraps bare addresses.',
  ),
  ...method('chat.update', 'partial', 'As chat.postMessage. With blocks alone the text stays as it was.'),
  ...method('chat.delete', 'supported'),
  ...method('chat.getPermalink', 'supported'),
  ...method('conversations.list', 'partial', 'All channels on one page; types and limit are taken and change nothing.'),
  ...method('conversations.info', 'supported'),
  ...method('conversations.history', 'supported'),
  ...method('conversations.replies', 'supported'),
  { route: 'GET /', status: 'supported', testedBy: PAGES },
  { route: 'GET /archives/:channel', status: 'supported', testedBy: PAGES },
  { route: 'GET /archives/:channel/:message', status: 'supported', testedBy: PAGES },
  {
    route: 'Rate limits by method (tiers)',
    status: 'refused',
    testedBy: [],
    notes: 'Not counted; inject a 429 fault. Only the posting limit of one message a second and channel, as a switch.',
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
