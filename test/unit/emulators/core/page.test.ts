import { expect, test } from '@jest/globals';
import { html, renderPage } from '../../../../emulators/core/index.ts';

test('escapes what is inserted, keeps markup and leaves blanks out', () => {
  const rows = ['<script>', 'A & B'].map((text) => html`<li title="${text}">${text}</li>`);

  expect(html`<ul>${rows}${null}${false}${0}</ul>`.markup).toBe(
    '<ul><li title="&lt;script&gt;">&lt;script&gt;</li><li title="A &amp; B">A &amp; B</li>0</ul>',
  );
});

test('a page has a language, a title, one heading and a way past the header', () => {
  const page = renderPage({
    title: 'Accounts',
    place: 'Vitally',
    portal: 'http://127.0.0.1:7400',
    body: html`<p>none</p>`,
  });

  expect(page).toMatch(/^<!doctype html>/);
  expect(page).toContain('<html lang="en">');
  expect(page).toContain('<title>Accounts · Groundwork</title>');
  expect(page.match(/<h1>/g)).toHaveLength(1);
  expect(page).toContain('<a class="skip" href="#main">');
  expect(page).toContain('href="http://127.0.0.1:7400"');
});
