import { expect, test } from '@jest/globals';
import { toMessage } from '../../../../sync/mapping/index.ts';
import { buildEntry } from '../support/build-entry.ts';

test('names the request, the customer, the type and the status, and leads to the record', () => {
  expect(toMessage(buildEntry({ url: 'https://org.example/r/1' })).text).toBe(
    '<https://org.example/r/1|IR-00001> Northwind Logistics: Production Deployment · In Triage',
  );
});

test('mentions nobody, whatever a record is called', () => {
  const message = toMessage(buildEntry({ accountName: '<!channel> & <@U1>' }));

  expect(message.text).toContain('&lt;!channel&gt; &amp; &lt;@U1&gt;');
  expect(message.blocks[0]).toEqual({
    type: 'header',
    text: { type: 'plain_text', text: '<!channel> & <@U1>: Production Deployment', emoji: false },
  });
});

test('cuts a title that Block Kit would refuse', () => {
  const message = toMessage(buildEntry({ accountName: 'x'.repeat(255) }));

  expect(message.blocks[0]).toMatchObject({ text: { text: `${'x'.repeat(149)}…` } });
});

test('tells neither money nor triage notes', () => {
  const told = JSON.stringify(toMessage(buildEntry({ triageNotes: 'candid', annualRecurringRevenue: 987_654 })));

  expect(told).not.toMatch(/candid|987/);
});
