import { createElement } from 'lwc';
import DateText from 'c/dateText';
import { find } from '../../../../../../test/lwc/page.js';

function show(properties) {
  const element = createElement('c-date-text', { is: DateText });
  Object.assign(element, properties);
  document.body.appendChild(element);
  return find(element, 'lightning-formatted-date-time');
}

describe('c-date-text', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  test.each([
    ['a date is the same day everywhere', { value: '2022-11-20' }, 'UTC', undefined],
    ['the day of a time is that of the user', { value: '2022-11-20T23:00:00.000Z' }, undefined, undefined],
    ['a time is shown when asked for', { value: '2022-11-20T23:00:00.000Z', withTime: true }, undefined, '2-digit'],
  ])('%s', (_, properties, timeZone, hour) => {
    expect(show(properties)).toMatchObject({ value: properties.value, day: 'numeric', timeZone, hour, minute: hour });
  });
});
