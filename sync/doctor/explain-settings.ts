import { SyncError } from '../errors.ts';
import type { Finding } from './finding.ts';

/** What is wrong with the settings, one finding for each; whatever else was thrown is thrown on. */
export function explainSettings(thrown: unknown): Finding[] {
  if (!(thrown instanceof SyncError) || thrown.kind !== 'configuration') throw thrown;
  const [first = '', ...problems] = thrown.message.split('\n').map((line) => line.trim());
  return (problems.length === 0 ? [first] : problems).map((problem) => {
    const [, name, says] = /^([A-Z_]+|Salesforce|Google|--env): (.+)$/.exec(problem) ?? [];
    return {
      ...{ area: 'Settings', check: name ?? 'Settings', state: 'broken', says: says ?? problem },
      fix: 'Correct it in the file of settings; .env.example says what each setting means.',
    };
  });
}
