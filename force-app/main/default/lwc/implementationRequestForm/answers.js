import { askedQuestions } from 'c/questions';
import { DIFFERENCE, QUESTIONS } from './requestQuestions';

/**
 * The questions that the answers so far make matter.
 *
 * @param {import('c/questions').Values} values
 * @param {{ isDifferent: boolean }} options whether the request is to be told from one that is open
 */
export function questionsFor(values, { isDifferent }) {
  const asked = askedQuestions(QUESTIONS, values);
  return isDifferent ? [...asked, DIFFERENCE] : asked;
}

/**
 * The answers to questions that are still asked; one that was answered before it ceased to matter is left out.
 *
 * @param {import('c/questions').Values} values
 * @param {import('c/questions').Question[]} questions
 */
export function answersTo(values, questions) {
  const asked = questions.map(({ name }) => name);
  return Object.fromEntries(Object.entries(values).filter(([name]) => asked.includes(name)));
}
