import { createElement } from 'lwc';
import ProcessLinks from 'c/processLinks';

describe('c-process-links', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('lead to the process and to the channel, each in a new tab', () => {
    const element = createElement('c-process-links', { is: ProcessLinks });
    document.body.appendChild(element);

    const links = Array.from(element.shadowRoot.querySelectorAll('a'), ({ textContent, target }) => [
      textContent,
      target,
    ]);
    const addresses = Array.from(element.shadowRoot.querySelectorAll('a'), (link) => link.getAttribute('href'));
    expect(links).toEqual([
      ['c.Groundwork_Process_Link', '_blank'],
      ['c.Groundwork_Channel_Name', '_blank'],
    ]);
    expect(addresses).toEqual(['c.Groundwork_Process_Url', 'c.Groundwork_Channel_Url']);
  });
});
