import { createElement } from 'lwc';
import HealthBadge from 'c/healthBadge';

test.each([
  ['Green', 'slds-theme_success'],
  ['Amber', 'slds-theme_warning'],
  ['Red', 'slds-theme_error'],
  ['Grey', 'slds-badge_lightest'],
])('c-health-badge says %s in a word, and in colour', async (value, tone) => {
  const element = createElement('c-health-badge', { is: HealthBadge });
  Object.assign(element, { value, label: `The ${value}` });
  document.body.appendChild(element);

  const badge = element.shadowRoot.querySelector('[data-health]');
  expect(badge.textContent).toBe(`The ${value}`);
  expect(badge.classList).toContain(tone);
  await expect(element).toBeAccessible();
  element.remove();
});
