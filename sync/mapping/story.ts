import type { BacklogEntry } from './backlog-entry.ts';

/** What of a request its thread has told; what is another later makes a chapter. */
export interface Facts {
  /** Chapters so far. */
  count: number;
  status: string | null;
  decision: string | null;
  /** Priority and rank band, as shown. */
  band: string | null;
  /** Tells one question from the next. */
  question: string | null;
  /** Day of the call for the Technical Advisor that was told. */
  call: string | null;
}

export interface Addressee {
  role: string;
  name: string;
  email: string | null;
}

/** One event in the life of a request. */
export interface Chapter {
  /** The same whenever the same event is planned again. */
  key: string;
  /** Whether it can wait for the digest. */
  isSmall: boolean;
  title: string;
  lines: string[];
  /** Words of people, shown as they are. */
  quote: string | null;
  people: Addressee[];
}

type Draft = Omit<Chapter, 'key'> & { kind: string; value: string };

const SMALL_STATUSES = new Set(['Planned_Post_Live', 'Submitted', 'In_Triage', 'Leadership_Review', 'In_Deployment']);
const DECIDED_STATUSES = new Set(['Qualified', 'Selected', 'Not_Selected', 'Disqualified']);
const COMPLETED_STATUSES = new Set(['Deployment_Complete', 'Closed_Handed_Off']);
/** In these, the Technical Advisor is called in some days before the target completion. */
const CALLED_STATUSES = new Set(['Selected', 'In_Deployment']);

const BANDS: readonly (readonly [number, string])[] = [
  [3, '1st to 3rd in the backlog'],
  [10, '4th to 10th in the backlog'],
  [25, '11th to 25th in the backlog'],
];

/** Roughly where a request stands: a rank that moves by one is no news. */
function rankBand(rank: number | null): string | null {
  if (rank === null) return null;
  return BANDS.find(([last]) => rank <= last)?.[1] ?? 'behind the first 25';
}

/** What there is to tell of a request on a day, `2027-03-31`, as if all of it had been told. */
export function factsOf(entry: BacklogEntry, today: string, count = 0): Facts {
  return {
    count,
    status: entry.status?.value ?? null,
    decision: decisionOf(entry),
    band: bandOf(entry),
    question: questionOf(entry),
    call: callOf(entry, today),
  };
}

/** What the announcement of a new request tells: not its decision, nor a question, nor a call. */
export function openingFacts(entry: BacklogEntry): Facts {
  return { ...factsOf(entry, ''), decision: null, question: null, call: null };
}

/** The day on which a call for the Technical Advisor will be due that was not told yet. */
export function nextCall(entry: BacklogEntry, told: Facts): string | null {
  return isCalled(entry) && entry.advisorDue !== told.call ? entry.advisorDue : null;
}

/** What happened since, in chapters, and what has been told after them. */
export function planStory(entry: BacklogEntry, told: Facts, today: string): { chapters: Chapter[]; facts: Facts } {
  const now = factsOf(entry, today);
  const drafts = [
    ...(now.decision !== null && now.decision !== told.decision ? [decision(entry, now.decision)] : []),
    ...(now.status !== told.status ? status(entry, told, now) : []),
    ...(now.question !== null && now.question !== told.question ? [question(entry, now.question)] : []),
    ...(now.band !== told.band ? [band(entry, told, now)] : []),
    ...(now.call !== null && now.call !== told.call ? [call(entry, now.call)] : []),
  ];
  const chapters = drafts.map(({ kind, value, ...draft }, index) => ({
    ...draft,
    key: `${entry.id}/${told.count + index + 1}/${kind}/${value.slice(0, 60)}`,
  }));
  return { chapters, facts: { ...now, call: now.call ?? told.call, count: told.count + chapters.length } };
}

/** Chapters that waited for the digest, as one. */
export function mergeChapters(chapters: readonly [Chapter, ...Chapter[]]): Chapter {
  const [first, ...more] = chapters;
  const last = more.at(-1);
  if (last === undefined) return first;
  const lines = chapters.flatMap(({ title, lines }) => [title, ...lines]);
  return { key: last.key, isSmall: true, title: 'Small moves', lines, quote: null, people: [] };
}

function decision(entry: BacklogEntry, value: string): Draft {
  return {
    ...{ kind: 'decision', value, isSmall: false },
    title: `Decision: ${entry.decision?.label ?? value}`,
    lines: told([
      ['Reason', entry.decisionReason?.label],
      ['Priority', bandOf(entry)],
      ['Next step by', entry.nextStepOwner],
      ['Next step due', entry.nextStepDue],
    ]),
    quote: entry.nextSteps,
    people: sellers(entry),
  };
}

function status(entry: BacklogEntry, before: Facts, now: Facts): Draft[] {
  const value = now.status ?? '';
  // The decision and the question are chapters of their own and say it better.
  if (value === now.decision && now.decision !== before.decision) return [];
  if (value === 'Needs_Info') return [];
  const isCompleted = COMPLETED_STATUSES.has(value);
  const isDecided = DECIDED_STATUSES.has(value);
  return [
    {
      ...{ kind: 'status', value, isSmall: SMALL_STATUSES.has(value), quote: null },
      title: `Status: ${entry.status?.label ?? 'none'}`,
      lines: isCompleted
        ? told([['Docs in Vitally', entry.documents]])
        : isDecided
          ? told([
              ['IE', entry.engineer],
              ['TPM', entry.projectManager],
            ])
          : [],
      people: isCompleted
        ? [...sellers(entry), ...named('Technical Advisor', entry.advisor, entry.emails.advisor)]
        : isDecided
          ? sellers(entry)
          : [],
    },
  ];
}

function question(entry: BacklogEntry, value: string): Draft {
  return {
    ...{ kind: 'question', value, isSmall: false, lines: [] },
    title: 'Question to the customer engineer',
    quote: entry.question,
    people: named('CE', entry.customerEngineer, entry.emails.customerEngineer),
  };
}

function band(entry: BacklogEntry, before: Facts, now: Facts): Draft {
  return {
    ...{ kind: 'priority', value: now.band ?? '', isSmall: true, quote: null, people: [] },
    title: `Priority: ${before.band ?? 'none'} → ${now.band ?? 'none'}`,
    lines: told([['Why', entry.priorityReason]]),
  };
}

function call(entry: BacklogEntry, day: string): Draft {
  return {
    ...{ kind: 'call', value: day, isSmall: false, quote: null },
    title: 'Time to plan the onboarding with the Technical Advisor',
    lines: told([
      ['Target completion', entry.targetCompletion],
      ['Due', day],
    ]),
    people: [
      ...named('Technical Advisor', entry.advisor, entry.emails.advisor),
      ...named('IE', entry.engineer, entry.emails.engineer),
      ...named('TPM', entry.projectManager, entry.emails.projectManager),
    ],
  };
}

function sellers(entry: BacklogEntry): Addressee[] {
  return [
    ...named('AE', entry.accountExecutive, entry.emails.accountExecutive),
    ...named('CE', entry.customerEngineer, entry.emails.customerEngineer),
  ];
}

function named(role: string, name: string | null, email: string | null): Addressee[] {
  return name === null ? [] : [{ role, name, email }];
}

function told(facts: readonly (readonly [string, string | null | undefined])[]): string[] {
  return facts.flatMap(([name, value]) => (value === null || value === undefined ? [] : [`${name}: ${value}`]));
}

function decisionOf({ decision }: BacklogEntry): string | null {
  return decision === null || decision.value === 'Pending' ? null : decision.value;
}

/** Priority and rank band, as shown. */
export function bandOf({ priority, rank }: BacklogEntry): string | null {
  const parts = [priority?.label, rankBand(rank)].filter((part) => part !== undefined && part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}

function questionOf({ status, question }: BacklogEntry): string | null {
  if (status?.value !== 'Needs_Info') return null;
  return question === null ? '' : `${question.length} ${question.slice(0, 40)}`;
}

function callOf(entry: BacklogEntry, today: string): string | null {
  const isDue =
    CALLED_STATUSES.has(entry.status?.value ?? '') && entry.advisorDue !== null && entry.advisorDue <= today;
  return isDue ? entry.advisorDue : null;
}

function isCalled({ status, delivery }: BacklogEntry): boolean {
  return CALLED_STATUSES.has(status?.value ?? '') && !delivery.onHold && delivery.advisorEngagedOn === null;
}
