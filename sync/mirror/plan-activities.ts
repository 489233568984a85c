import { createHash } from 'node:crypto';
import type { Activity } from '../mapping/index.ts';
import type { StoredActivity } from '../state/index.ts';

/** What to do so that a customer's notes, tasks and projects say what they should. */
export interface ActivityPlan {
  create: Activity[];
  update: { activity: Activity; vitallyId: string }[];
  /** An attempt whose answer was lost: it is looked for before anything is sent again. */
  resolve: { activity: Activity; attemptedAt: Date }[];
  remove: StoredActivity[];
}

export function planActivities(wanted: readonly Activity[], stored: readonly StoredActivity[]): ActivityPlan {
  const known = new Map(stored.map((one) => [one.key, one]));
  const keys = new Set(wanted.map(({ key }) => key));
  const plan: ActivityPlan = { create: [], update: [], resolve: [], remove: [] };
  for (const activity of wanted) {
    const { vitallyId, content, attemptedAt } = known.get(activity.key) ?? {};
    if (attemptedAt === undefined) {
      if (activity.begins) plan.create.push(activity);
    } else if (vitallyId === null || vitallyId === undefined) {
      plan.resolve.push({ activity, attemptedAt });
    } else if (content !== contentOf(activity)) {
      plan.update.push({ activity, vitallyId });
    }
  }
  plan.remove.push(...stored.filter(({ key }) => !keys.has(key)));
  return plan;
}

/** Stands for what an activity says, so that what was written is compared without Vitally's own wording of it. */
export function contentOf({ body }: Activity): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('base64');
}
