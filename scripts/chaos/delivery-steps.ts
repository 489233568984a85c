import { SHARED_TRAITS } from '../../sync/mapping/index.ts';
import { among, someRequest, type Stage, type Step } from './stage.ts';
import { listMessages, takeOut } from './slack-posts.ts';
import { askVitally } from './vitally-records.ts';

const REQUEST = 'Implementation_Request__c';
const DAYS = ['2027-01-29', '2027-02-26', '2027-06-30', null];
const SHARED_PATHS = Object.values(SHARED_TRAITS);

function report(isDone: boolean, what: string): string {
  return `${isDone ? 'did' : 'was refused'}: ${what}`;
}

function decide(stage: Stage): string {
  const request = someRequest(stage);
  if (request === undefined) return 'found no request';
  const { office } = stage.world;
  const decision = among(stage, ['Qualified', 'Qualified', 'Not_Selected']);
  office.update(REQUEST, request.id, { Status__c: 'In_Triage' }, 'ines');
  const values = { Status__c: decision, Decision_Reason__c: 'Fits_Priorities', Next_Steps__c: `S${stage.seed}` };
  return report(office.update(REQUEST, request.id, values, 'ines'), `${request.name} decided: ${decision}`);
}

/** Files a request that has come so far already, with the people who work on it. */
function deploy(stage: Stage): string {
  const { office } = stage.world;
  const { name, accountId } = among(stage, office.customers());
  const opportunityId = office.insert('Opportunity', {
    ...{ Name: `${name} – Deployment`, AccountId: accountId, StageName: 'Closed Won', CloseDate: '2026-11-01' },
  });
  const status = among(stage, ['Selected', 'In_Deployment', 'In_Deployment', 'Deployment_Complete']);
  const customer = { name, accountId, opportunityId: opportunityId ?? '' };
  const id = office.file(customer, `Step ${stage.seed}`, {
    ...{ Status__c: status, Submitted_On__c: '2026-10-01T22:00:00Z', Selected_On__c: '2026-10-10T22:00:00Z' },
    ...{ Decision_Reason__c: 'Fits_Priorities', Next_Steps__c: 'Plan the kickoff' },
    ...{ Implementation_Engineer__c: office.userId('igor'), Project_Manager__c: office.userId('tomas') },
    ...{ Technical_Advisor__c: office.userId('tara'), Target_Completion__c: among(stage, DAYS) },
    ...{ Total_Memory_GB__c: 1 + (stage.seed % 100), Instance_Url__c: 'https://instance.example' },
    ...(status === 'Deployment_Complete' && { Actual_Completion__c: '2026-11-20' }),
  });
  return report(id !== undefined, `a request of ${name} in ${status}`);
}

function addTo(stage: Stage, object: string, values: Record<string, unknown>): string {
  const request = someRequest(stage);
  if (request === undefined) return 'found no request';
  const id = stage.world.office.insert(object, { Implementation_Request__c: request.id, ...values });
  return report(id !== undefined, `${object} of ${request.name}`);
}

function addNews(stage: Stage): string {
  return addTo(stage, 'Status_Update__c', {
    ...{ Update_On__c: '2026-11-20', Health__c: 'Amber', Summary__c: `News ${stage.seed}` },
  });
}

function addDocument(stage: Stage): string {
  return addTo(stage, 'Request_Link__c', {
    ...{ Type__c: 'Deployment_Documentation', Title__c: `Runbook ${stage.seed}`, Required__c: true },
    Url__c: `https://docs.example/${stage.seed}`,
  });
}

function someOf(stage: Stage, object: string): string | undefined {
  const ids = stage.world.office.list(object);
  return ids.length === 0 ? undefined : among(stage, ids);
}

/** What people do about deployments, in Salesforce and in Vitally. */
export const DELIVERY_STEPS = {
  decide,
  deploy,
  target: (stage) => {
    const request = someRequest(stage);
    if (request === undefined) return 'found no request';
    const day = among(stage, DAYS);
    const isDone = stage.world.office.update(REQUEST, request.id, { Target_Completion__c: day });
    return report(isDone, `${request.name} is due on ${String(day)}`);
  },
  size: (stage) => {
    const request = someRequest(stage);
    if (request === undefined) return 'found no request';
    const isDone = stage.world.office.update(REQUEST, request.id, { Total_Memory_GB__c: 1 + (stage.seed % 100) });
    return report(isDone, `${request.name} has another size`);
  },
  news: addNews,
  correctNews: (stage) => {
    const id = someOf(stage, 'Status_Update__c');
    if (id === undefined) return addNews(stage);
    const { office } = stage.world;
    if (stage.random() < 0.3) return report(office.remove(id, 'Status_Update__c'), `took back ${id}`);
    return report(office.update('Status_Update__c', id, { Summary__c: `Corrected ${stage.seed}` }), `corrected ${id}`);
  },
  document: addDocument,
  dropDocument: (stage) => {
    const id = someOf(stage, 'Request_Link__c');
    if (id === undefined) return addDocument(stage);
    return report(stage.world.office.remove(id, 'Request_Link__c'), `took away the document ${id}`);
  },
  /** The Technical Advisor corrects what stands in Vitally about the instance, and keeps a trait of their own. */
  advisor: async (stage) => {
    const { office, vitally } = stage.world;
    const { name, accountId } = among(stage, office.customers());
    const path = among(stage, [...SHARED_PATHS, 'vitally.custom.champion']);
    const value = `TA ${stage.seed}`;
    const key = `${accountId} ${path}`;
    try {
      const answer = await askVitally(vitally, `accounts/${accountId}`, { traits: { [path]: value } });
      if (answer === undefined) return `${name} is not in Vitally`;
    } catch {
      const { values = [], mayBeOurs = true } = stage.advised.get(key) ?? {};
      stage.advised.set(key, { accountId, path, values: [...values, value], mayBeOurs });
      return `nobody knows whether the advisor set ${path} of ${name}`;
    }
    stage.advised.set(key, { accountId, path, values: [value], mayBeOurs: false });
    return `the advisor set ${path} of ${name} to "${value}"`;
  },
  /** The customer leaves, or comes back. */
  churn: async (stage) => {
    const { office, vitally } = stage.world;
    const { name, accountId } = among(stage, office.customers());
    const churnedAt = among(stage, ['2026-11-20T09:00:00.000Z', null]);
    try {
      const answer = await askVitally(vitally, `accounts/${accountId}`, { traits: { churnedAt } });
      return answer === undefined ? `found no ${name} in Vitally` : `${name} churned: ${String(churnedAt)}`;
    } catch {
      return `nobody knows whether ${name} churned`;
    }
  },
  /**
   * Two accounts of one customer are merged: the one that was known is gone, and the other has its external id. Nobody hears
   * of it before there is something to tell.
   */
  mergeAccount: (stage) => {
    const { office, vitally } = stage.world;
    const customer = among(stage, office.customers());
    const { name, accountId } = customer;
    try {
      vitally.mergeAccount(accountId);
      for (const [key, advice] of stage.advised) if (advice.accountId === accountId) stage.advised.delete(key);
      stage.atLast(() => void office.file(customer, `Merged ${stage.seed}`));
      return `${name} was merged into another account`;
    } catch {
      return `found no ${name} in Vitally`;
    }
  },
  /** The answer to the next message is lost, though it stands in the channel. */
  lostPost: (stage) => {
    const skip = Math.floor(stage.random() * 2);
    stage.world.slack.faults.add({ fault: { kind: 'replyLost' }, path: 'chat.postMessage', skip, times: 1 });
    return `the answer to a message will be lost after ${skip}`;
  },
  takeOut: async (stage) => {
    try {
      const standing = (await listMessages(stage.world)).filter(({ metadata }) => metadata !== undefined);
      if (standing.length === 0) return 'found no message';
      const message = among(stage, standing);
      const id = message.metadata?.event_payload.recordId ?? '';
      stage.takenOut.add(id);
      await takeOut(stage.world, message);
      return `took the message of ${id} out of the channel`;
    } catch {
      return 'nobody knows whether a message was taken out';
    }
  },
  archive: (stage) => {
    const isArchived = stage.random() < 0.6;
    stage.world.slack.archive(isArchived);
    return `the channel is archived: ${String(isArchived)}`;
  },
} satisfies Record<string, Step>;
