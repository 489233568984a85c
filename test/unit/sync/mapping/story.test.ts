import { expect, test } from '@jest/globals';
import {
  factsOf,
  mergeChapters,
  nextCall,
  openingFacts,
  planStory,
  toChapterMessage,
} from '../../../../sync/mapping/index.ts';
import { buildEntry } from '../support/build-entry.ts';

const TODAY = '2026-11-22';
const DECIDED = {
  status: { value: 'Qualified', label: 'Qualified' },
  decision: { value: 'Qualified', label: 'Qualified' },
  decisionReason: { value: 'Complex', label: 'Complex deployment' },
};

function titles(before: Parameters<typeof buildEntry>[0], after: Parameters<typeof buildEntry>[0], today = TODAY) {
  return planStory(buildEntry(after), factsOf(buildEntry(before), today), today).chapters.map(({ title }) => title);
}

test('tells nothing while nothing moved, and nothing twice', () => {
  const { chapters, facts } = planStory(buildEntry(DECIDED), factsOf(buildEntry(), TODAY), TODAY);

  expect(chapters).toHaveLength(1);
  expect(planStory(buildEntry(DECIDED), facts, TODAY)).toEqual({ chapters: [], facts });
});

test('tells a decision to AE and CE with reason, priority and next steps', () => {
  const { chapters } = planStory(buildEntry(DECIDED), factsOf(buildEntry(), TODAY), TODAY);

  expect(chapters).toEqual([
    {
      key: 'a00000000000001AAA/1/decision/Qualified',
      isSmall: false,
      title: 'Decision: Qualified',
      lines: [
        'Reason: Complex deployment',
        'Priority: P2, 1st to 3rd in the backlog',
        'Next step by: Ines Moreau',
        'Next step due: 2026-12-01',
      ],
      quote: 'Call on Monday',
      people: [
        { role: 'AE', name: 'Ana Ruiz', email: 'ana@groundwork.example' },
        { role: 'CE', name: 'Chen Wei', email: 'chen@groundwork.example' },
      ],
    },
  ]);
});

test('a decision that a new request comes with is told, its first status is not', () => {
  const entry = buildEntry(DECIDED);

  expect(planStory(entry, openingFacts(entry), TODAY).chapters.map(({ title }) => title)).toEqual([
    'Decision: Qualified',
  ]);
});

test('tells both when a decision was passed on the way to another status', () => {
  const selected = { ...DECIDED, status: { value: 'Selected', label: 'Selected' } };

  expect(titles({}, selected)).toEqual(['Decision: Qualified', 'Status: Selected']);
});

test('tells of a rank only when it leaves its band', () => {
  expect(titles({ rank: 1 }, { rank: 3 })).toEqual([]);
  expect(titles({ rank: 3 }, { rank: 12 })).toEqual([
    'Priority: P2, 1st to 3rd in the backlog → P2, 11th to 25th in the backlog',
  ]);
});

test('tells each question once, and again when it is another', () => {
  const asked = (question: string) => ({ status: { value: 'Needs_Info', label: 'Needs Info' }, question });

  expect(titles({}, asked('Which cloud?'))).toEqual(['Question to the customer engineer']);
  expect(titles(asked('Which cloud?'), asked('Which cloud?'))).toEqual([]);
  expect(titles(asked('Which cloud?'), asked('Which region?'))).toEqual(['Question to the customer engineer']);
});

test('calls for the Technical Advisor on the day, once, and again when the day moves', () => {
  const deployed = (advisorDue: string) => ({ status: { value: 'In_Deployment', label: 'In Deployment' }, advisorDue });
  const entry = buildEntry(deployed('2026-12-01'));
  const before = factsOf(entry, '2026-11-30');

  expect(nextCall(entry, before)).toBe('2026-12-01');
  const { chapters, facts } = planStory(entry, before, '2026-12-01');
  expect(chapters.map(({ title }) => title)).toEqual(['Time to plan the onboarding with the Technical Advisor']);
  expect(nextCall(entry, facts)).toBeNull();
  expect(nextCall(buildEntry(deployed('2026-12-09')), facts)).toBe('2026-12-09');
});

test('what waited for the digest becomes one reply under the last key', () => {
  const { chapters } = planStory(
    buildEntry({ rank: 30, status: { value: 'Leadership_Review', label: 'Leadership Review' } }),
    factsOf(buildEntry(), TODAY),
    TODAY,
  );
  const [first, second] = chapters;
  if (first === undefined || second === undefined) throw new RangeError('expected two chapters');

  expect(mergeChapters([first, second])).toMatchObject({
    key: second.key,
    lines: ['Status: Leadership Review', 'Priority: P2, 1st to 3rd in the backlog → P2, behind the first 25'],
  });
});

test('mentions whom Slack knows and names the others; words of a record mention nobody', () => {
  const message = toChapterMessage(
    {
      ...{ key: 'k', isSmall: false, title: 'Decision: <!here>', lines: ['Reason: <@U2>'] },
      quote: '<!channel> <https://evil.example|Salesforce> <script>',
      people: [
        { role: 'AE', name: 'Ana', email: 'ana@x.example' },
        { role: 'CE', name: '<!everyone>', email: 'chen@x.example' },
      ],
    },
    new Map([['ana@x.example', 'U1']]),
  );

  expect(message.text).toBe('Decision: &lt;!here&gt; · AE <@U1> · CE &lt;!everyone&gt;');
  expect(message.blocks.map(({ text }) => (text as { type: string }).type)).toEqual([
    'mrkdwn',
    'plain_text',
    'plain_text',
  ]);
  expect(message.blocks[0]).toMatchObject({
    text: { text: '*Decision: &lt;!here&gt;*\nAE <@U1> · CE &lt;!everyone&gt;', verbatim: true },
  });
});

test('cuts what Slack would refuse, and says so', () => {
  const message = toChapterMessage(
    { ...{ key: 'k', isSmall: false, title: 'x'.repeat(100_000), lines: [], people: [] }, quote: '😀'.repeat(50_000) },
    new Map(),
  );
  const [heading, quote] = message.blocks.map(({ text }) => (text as { text: string }).text);

  expect(heading?.length).toBeLessThan(300);
  expect(quote?.length).toBeLessThanOrEqual(3000);
  expect(quote).toMatch(/😀… \(cut; the whole text is in Salesforce\)$/u);
});
