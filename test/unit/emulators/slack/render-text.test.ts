import { expect, test } from '@jest/globals';
import { hasPing, renderMarkdown, renderPlain } from '../../../../emulators/slack/pages/render-text.ts';

test.each([
  ['*bold* and _italic_ and ~gone~', '<strong>bold</strong> and <em>italic</em> and <s>gone</s>'],
  ['2*3*4 snake_case_name', '2*3*4 snake_case_name'],
  ['`*code*`', '<code>*code*</code>'],
  ['```a\nb```', '<pre>a\nb</pre>'],
  ['one\ntwo', 'one<br />two'],
  ['<https://a.example/?x=1&amp;y=2|label>', '<a href="https://a.example/?x=1&amp;y=2">label</a>'],
  ['<https://a.example>', '<a href="https://a.example">https://a.example</a>'],
  ['*<https://a.example|IR-00001>*', '<strong><a href="https://a.example">IR-00001</a></strong>'],
  ['<javascript:alert(1)|x>', '&lt;javascript:alert(1)|x&gt;'],
  ['<@U012|chen>', '<span class="mention">@chen</span>'],
  ['<!channel>', '<mark class="ping" title="Notifies many people">@channel</mark>'],
  ['<!subteam^S1|@ie>', '<mark class="ping" title="Notifies many people">@@ie</mark>'],
  ['<!date^1392734382^{date}|18 Feb 2014>', '18 Feb 2014'],
  ['&lt;!channel&gt; &amp;amp;', '&lt;!channel&gt; &amp;amp;'],
  ['<b>"raw"</b>', '&lt;b&gt;&quot;raw&quot;&lt;/b&gt;'],
])('shows %j as a reader of the channel sees it', (text, markup) => {
  expect(renderMarkdown(text).markup).toBe(markup);
});

test('leaves every sign of plain text as it is', () => {
  expect(renderPlain('*a* <!channel> &amp; b').markup).toBe('*a* &lt;!channel&gt; &amp; b');
});

test.each([
  ['Evil <!channel> Corp', true],
  ['<!here|here>', true],
  ['<!everyone>', true],
  ['<!subteam^S1>', true],
  ['&lt;!channel&gt;', false],
  ['@channel', false],
  ['<!date^1^{date}|x>', false],
])('knows whether %j calls many people: %s', (text, calls) => {
  expect(hasPing(text)).toBe(calls);
});
