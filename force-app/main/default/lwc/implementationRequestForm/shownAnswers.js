import { choicesOf } from 'c/questions';

/**
 * Answers in the words of the org, for reading.
 *
 * @param {import('c/questions').Input[]} inputs
 */
export function shownAnswers(inputs) {
  return inputs.map(({ name, label, options, value }) => {
    const words = choicesOf(value).map((choice) => options?.find((option) => option.value === choice)?.label ?? choice);
    return { name, key: `${name} value`, label, shown: words.join(', ') };
  });
}
