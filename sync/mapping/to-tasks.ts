import { begins, keyOf, type Activity } from './activity.ts';
import type { BacklogEntry } from './backlog-entry.ts';
import { isComplete, isDeploying, isSelected } from './leading.ts';
import { anchor, paragraph } from './note-html.ts';

/** What the Technical Advisor and Support have to do in Vitally for a request. */
export function toTasks(entry: BacklogEntry, isCatchingUp: boolean): Activity[] {
  return [...pullIn(entry, isCatchingUp), ...confirmations(entry, isCatchingUp)];
}

/** Three weeks before the target: plan onboarding. Moves with the target and goes when there is none any more. */
function* pullIn(entry: BacklogEntry, isCatchingUp: boolean): Generator<Activity> {
  const { pullInDue, onHold, advisorEngagedOn, technicalAdvisorEmail } = entry.delivery;
  if (pullInDue === null || onHold || !isSelected(entry)) return;
  yield {
    kind: 'tasks',
    key: keyOf(entry, 'pull-in'),
    begins: begins(entry, isCatchingUp) && advisorEngagedOn === null && !isComplete(entry),
    body: {
      name: `${entry.number}: plan user onboarding`,
      description: `${paragraph('The deployment is due in three weeks. Join Implementation Engineering.')}<p>${anchor(entry.url, 'In Salesforce')}</p>`,
      dueDate: pullInDue,
      ...(advisorEngagedOn !== null && { completedAt: advisorEngagedOn }),
    },
    ...(technicalAdvisorEmail !== null && { assignee: technicalAdvisorEmail }),
  };
}

const CONFIRMATIONS: Readonly<Record<string, string>> = {
  TA_OK: 'confirm that the documents are there (Technical Advisor)',
  SUPPORT_OK: 'confirm that the documents are there (Support)',
};

/** Once the deployment is complete: open the documents here, and confirm in Salesforce that they can be found. */
function* confirmations(entry: BacklogEntry, isCatchingUp: boolean): Generator<Activity> {
  if (!isComplete(entry)) return;
  for (const { key, dueOn, isSettled } of entry.delivery.confirmations) {
    const name = CONFIRMATIONS[key ?? ''];
    if (key === null || name === undefined) continue;
    const advisor = key === 'TA_OK' ? entry.delivery.technicalAdvisorEmail : null;
    yield {
      kind: 'tasks',
      key: keyOf(entry, key === 'TA_OK' ? 'confirm-advisor' : 'confirm-support'),
      begins: begins(entry, isCatchingUp) && isDeploying(entry) && !isSettled,
      body: {
        name: `${entry.number}: ${name}`,
        description: `${paragraph('Open each document from the note “documents”, then confirm it on the request.')}<p>${anchor(entry.url, 'In Salesforce')}</p>`,
        dueDate: dueOn,
        ...(isSettled && { completedAt: entry.delivery.completedOn ?? dueOn }),
      },
      ...(advisor !== null && { assignee: advisor }),
    };
  }
}
