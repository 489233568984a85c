import { settle } from './records.js';

/**
 * Every element of a component that matches, also within the components of which it is made, in the order of the page.
 *
 * @param {HTMLElement} element
 * @param {string} selector
 * @returns {HTMLElement[]}
 */
export function findAll(element, selector) {
  return [...element.shadowRoot.querySelectorAll('*')].flatMap((child) => [
    ...(child.matches(selector) ? [child] : []),
    ...(child.shadowRoot ? findAll(child, selector) : []),
  ]);
}

/** The first of them, or null. */
export function find(element, selector) {
  return findAll(element, selector)[0] ?? null;
}

/** What it says, or null. */
export function text(element, selector) {
  return find(element, selector)?.textContent ?? null;
}

/** Has an element fire an event, and waits until that is dealt with. */
export async function fire(element, selector, type, detail) {
  find(element, selector).dispatchEvent(new CustomEvent(type, { detail }));
  await settle();
}

/** Clicks on an element, and waits until that is dealt with. */
export async function press(element, selector) {
  find(element, selector).click();
  await settle();
}

/** The names of the actions that a component offers by its c-record-actions. */
export function offeredActions(element) {
  const buttons = find(element, 'c-record-actions')?.shadowRoot.querySelectorAll('[data-action]') ?? [];
  return [...buttons].map(({ dataset }) => dataset.action);
}
