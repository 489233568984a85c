import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { formatLabel } from 'c/formatLabel';
import { reduceErrors } from 'c/ldsUtils';
import { LABELS } from './labels';

/**
 * The toast that tells that a request is filed.
 *
 * @param {{ number: string }} filed
 */
export function filedToast({ number }) {
  return new ShowToastEvent({
    title: LABELS.filedTitle,
    message: number === '' ? LABELS.filedWithoutNumber : formatLabel(LABELS.filed, number),
    variant: 'success',
  });
}

/**
 * What is said of links that were refused: above the form of all of them, and at the row of each.
 *
 * @param {{ key: number, error: unknown }[]} refused
 */
export function linkRefusals(refused) {
  const rows = refused.map(({ key, error }) => ({ key, messages: reduceErrors(/** @type {LdsError} */ (error)) }));
  return {
    heading: formatLabel(LABELS.linksFailed, refused.length),
    errors: rows.flatMap(({ messages }) => messages),
    rows: rows.map(({ key, messages }) => ({ key, message: messages.join(' ') })),
  };
}
