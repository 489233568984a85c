import { isBlank } from 'c/questions';

/**
 * What was entered and is now saved otherwise than it was when the user began.
 *
 * @param {import('c/questions').Input[]} inputs with what was entered
 * @param {import('c/questions').Values} before
 * @param {import('c/questions').Values} theirs
 */
export function conflictsOf(inputs, before, theirs) {
  return inputs
    .filter(({ name, value }) => !isSame(before[name], theirs[name]) && !isSame(value, theirs[name]))
    .map((input) => ({
      name: input.name,
      label: input.label,
      mine: inWords(input, input.value),
      theirs: inWords(input, theirs[input.name]),
    }));
}

/**
 * @param {FieldValue['value'] | undefined} one
 * @param {FieldValue['value'] | undefined} other
 */
function isSame(one, other) {
  return one === other || (isBlank(one) && isBlank(other));
}

/**
 * @param {import('c/questions').Input} input
 * @param {FieldValue['value'] | undefined} value
 */
function inWords({ options }, value) {
  return isBlank(value) ? '–' : (options?.find((option) => option.value === value)?.label ?? String(value));
}
