import type { Fault } from '../../emulators/core/index.ts';
import { UNDOCUMENTED, type UndocumentedAnswers } from '../../emulators/vitally/index.ts';
import type { Deed } from '../../emulators/google-sheets/index.ts';
import { addOwnColumn, createPerson, GENTLE_ACTS, ROUGH_ACTS, typeRanks } from './person.ts';
import { DELIVERY_STEPS } from './delivery-steps.ts';
import type { Death } from './service.ts';
import { among, someRequest, type Stage, type Step } from './stage.ts';
import type { Customer } from './office.ts';
import type { Vendor } from './world.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const REQUEST = 'Implementation_Request__c';

/** What becomes of traits that nobody set up is the administrator's to mend, not the service's. */
const ANSWERS = (Object.keys(UNDOCUMENTED) as (keyof UndocumentedAnswers)[]).filter(
  (name) => name !== 'undefinedTrait',
);

function toRequest(stage: Stage, what: string, values: Record<string, unknown>): string {
  const request = someRequest(stage);
  if (request === undefined) return 'found no request';
  const done = stage.world.office.update(REQUEST, request.id, values);
  return `${done ? 'did' : 'was refused'}: ${request.name} ${what}`;
}

function fileFor(stage: Stage, customer: Customer): string {
  const id = stage.world.office.file(customer, `Step ${stage.seed}`);
  return `${id === undefined ? 'was refused' : 'did'}: a request for ${customer.name}`;
}

function answerFrom(stage: Stage, chosen: Partial<UndocumentedAnswers>): string {
  stage.world.vitally.answer(chosen);
  for (const [name, value] of Object.entries(chosen)) stage.count(`Vitally's ${name}: ${String(value)}`);
  return `Vitally answers ${JSON.stringify(chosen)}`;
}

export const STEPS = {
  file: (stage) => fileFor(stage, among(stage, stage.world.office.customers())),
  nextSteps: (stage) => toRequest(stage, 'next steps', { Next_Steps__c: `S${stage.seed}` }),
  triageNotes: (stage) => toRequest(stage, 'triage notes', { Triage_Notes__c: `S${stage.seed}` }),
  rank: (stage) => toRequest(stage, 'rank', { Backlog_Rank__c: among(stage, [1, 2, 3, null]) }),
  close: (stage) =>
    toRequest(stage, 'withdrawn', { Status__c: 'Withdrawn', Closing_Reason__c: 'Another way was found' }),
  status: (stage) => toRequest(stage, 'to triage', { Status__c: among(stage, ['In_Triage', 'Submitted', 'Draft']) }),
  remove(stage) {
    const request = someRequest(stage);
    if (request === undefined) return 'found no request';
    return `${stage.world.office.remove(request.id) ? 'deleted' : 'could not delete'} ${request.name}`;
  },
  /** What was deleted long ago, or just now, with or without a cycle in between. */
  async bringBack(stage) {
    const { office } = stage.world;
    const request = someRequest(stage, true) ?? someRequest(stage);
    if (request === undefined) return 'found no request';
    if (!request.isDeleted && !office.remove(request.id)) return `could not delete ${request.name}`;
    const between = !request.isDeleted && stage.random() < 0.5 ? `; ${await stage.cycle()}` : '';
    return `${office.bringBack(request.id) ? 'brought back' : 'could not bring back'} ${request.name}${between}`;
  },
  /** Emptied out of the recycle bin, where no log of deletions tells of it for long. */
  purge(stage) {
    const request = someRequest(stage, true) ?? someRequest(stage);
    if (request === undefined) return 'found no request';
    if (!request.isDeleted && !stage.world.office.remove(request.id)) return `could not delete ${request.name}`;
    stage.world.office.purge(request.id);
    stage.awaitNight();
    return `deleted ${request.name} for good`;
  },
  /** All ranks at once, upside down. */
  rankBatch(stage) {
    const requests = stage.world.office.requests().filter(({ isDeleted }) => !isDeleted);
    const changes = requests.toReversed().map(({ id }, index) => ({ id, values: { Backlog_Rank__c: index + 1 } }));
    return `${stage.world.office.updateAll(REQUEST, changes) ? 'did' : 'was refused'}: ${changes.length} ranks`;
  },
  renameAccount(stage) {
    const customer = among(stage, stage.world.office.customers());
    stage.world.office.update('Account', customer.accountId, { Name: `${customer.name} (${stage.seed})` });
    return `renamed ${customer.name}`;
  },
  reparent(stage) {
    const customer = among(stage, stage.world.office.customers());
    const values = { Account__c: customer.accountId, Opportunity__c: customer.opportunityId };
    return toRequest(stage, `given to ${customer.name}`, values);
  },
  /** Saved before the last checkpoint by its stamp, seen after it. */
  lateCommit(stage) {
    const request = someRequest(stage);
    if (request === undefined) return 'found no request';
    stage.world.office.update(REQUEST, request.id, { Additional_Information__c: `Late ${stage.seed}` });
    const byMs = Math.floor(stage.random() * 4.5 * MINUTE);
    stage.world.office.backdate(request.id, byMs);
    return `${request.name} committed ${Math.round(byMs / SECOND)} s late`;
  },
  newCustomer(stage) {
    const customer = stage.world.office.addCustomer(`Customer ${stage.seed}`);
    return `a new customer; ${fileFor(stage, customer)}`;
  },

  person(stage) {
    const deed = stage.watch.byPerson(() => {
      const person = createPerson(stage.world, stage.seed);
      const done = person.actAny(stage.isRough ? ROUGH_ACTS : GENTLE_ACTS);
      person.leave();
      return done;
    });
    countDeed(stage, 'beside', deed);
    return deed.refused === undefined ? deed.told : `${deed.act} was refused: ${deed.refused}`;
  },
  typing(stage) {
    const deed = stage.watch.byPerson(() => {
      const person = createPerson(stage.world, stage.seed);
      const done = person.act('edit');
      person.leave();
      return done;
    });
    return deed.refused === undefined ? deed.told : `edit was refused: ${deed.refused}`;
  },
  /** Somebody numbers the rows anew, as they stand. */
  typedRanks(stage) {
    if (!stage.world.googleSheets.human.titles().includes('Backlog')) return 'found no backlog';
    return stage.watch.byPerson(() => typeRanks(stage.world));
  },
  ownColumn(stage) {
    if (!stage.world.googleSheets.human.titles().includes('Backlog')) return 'found no backlog';
    return stage.watch.byPerson(() => addOwnColumn(stage.world));
  },

  account(stage) {
    const customer = among(stage, stage.world.office.customers());
    try {
      stage.world.vitally.addAccount({ externalId: customer.accountId, name: customer.name });
      return `${customer.name} came to Vitally`;
    } catch {
      return `${customer.name} was in Vitally already`;
    }
  },
  undocumented(stage) {
    const name = among(stage, ANSWERS);
    const chosen = { [name]: among<unknown>(stage, UNDOCUMENTED[name]) } as Partial<UndocumentedAnswers>;
    return answerFrom(stage, chosen);
  },
  /** One variant of each answer that nobody documents. */
  variants(stage) {
    const chosen = Object.fromEntries(ANSWERS.map((name) => [name, among<unknown>(stage, UNDOCUMENTED[name])]));
    return answerFrom(stage, chosen);
  },

  fault(stage) {
    const vendor = among(stage, vendorsOf(stage));
    const fault = among<Fault>(stage, [
      { kind: 'status', status: 429, headers: { 'retry-after': '2' } },
      { kind: 'status', status: 503 },
      { kind: 'status', status: 500 },
      { kind: 'reset' },
      { kind: 'replyLost' },
      { kind: 'replyLost' },
    ]);
    const rule = { fault, skip: Math.floor(stage.random() * 3), times: 1 + Math.floor(stage.random() * 2) };
    stage.world[vendor].faults.add(rule);
    return `${vendor} will fail: ${JSON.stringify(rule)}`;
  },

  cycle: (stage) => stage.cycle(),
  /** There is something to do when the process dies. */
  async death(stage) {
    const change = (): string => toRequest(stage, 'next steps', { Next_Steps__c: `S${stage.seed}` });
    const news = among(stage, [change, DELIVERY_STEPS.deploy, DELIVERY_STEPS.decide, DELIVERY_STEPS.size])(stage);
    const cycle = await stage.cycle({
      death: {
        ...among<Omit<Death, 'moment'>>(stage, [
          { number: 1 + Math.floor(stage.random() * 6) },
          { number: 1 + Math.floor(stage.random() * 4), vendor: among(stage, vendorsOf(stage)) },
        ]),
        moment: among<Death['moment']>(stage, ['lost', 'answered']),
      },
    });
    return `${news}; ${cycle}`;
  },
  /** A person who does not wait for the cycle to end. */
  async meddledCycle(stage) {
    const { googleSheets } = stage.world;
    const told: string[] = [];
    const person = createPerson(stage.world, stage.seed);
    const stop = googleSheets.requests.subscribe(({ path }, moment) => {
      if (!path.startsWith('/v4/')) return;
      if (stage.random() > 0.5) return;
      const deed = stage.watch.byPerson(() => person.actAny(stage.isRough ? ROUGH_ACTS : GENTLE_ACTS));
      countDeed(stage, `as a request ${moment}`, deed);
      told.push(`${moment}: ${deed.refused ?? deed.told}`);
    });
    try {
      return `${await stage.cycle({ alone: false })}; meanwhile ${told.join(', ')}`;
    } finally {
      stop();
      person.leave();
    }
  },
  ...DELIVERY_STEPS,

  restart(stage) {
    stage.service.restart();
    return 'started anew';
  },
  wait(stage) {
    const ms = among(stage, [15 * SECOND, MINUTE, 6 * MINUTE, 16 * MINUTE]);
    stage.world.clock.advance(ms);
    return `waited ${ms / SECOND} s`;
  },
} satisfies Record<string, Step>;

export type StepName = keyof typeof STEPS;

function vendorsOf({ sides }: Stage): Vendor[] {
  return ['salesforce', 'googleSheets', ...sides.filter((side) => side !== 'sheet')];
}

function countDeed(stage: Stage, when: string, { act, refused }: Deed): void {
  stage.count(`person ${when}: ${act}${refused === undefined ? '' : ', refused'}`);
}
