import { expect, test } from '@jest/globals';
import {
  keepIcons,
  platformModule,
  withoutNativeShadow,
} from '../../../../emulators/lightning-experience/build/index.ts';

const project = { labels: { Ripe: 'Ripe & ready' }, exposed: ['orchard'] };

test.each([
  ['@salesforce/schema/Tree__c', 'export default {"objectApiName":"Tree__c"};'],
  ['@salesforce/schema/Tree__c.Height__c', 'export default {"fieldApiName":"Height__c","objectApiName":"Tree__c"};'],
  ['@salesforce/schema/Tree__c.Owner.Name', 'export default {"fieldApiName":"Owner.Name","objectApiName":"Tree__c"};'],
  ['@salesforce/label/c.Ripe', 'export default "Ripe & ready";'],
  ['@salesforce/user/isGuest', 'export default false;'],
  ['groundwork/components', `export default {\n  "c:orchard": () => import('c/orchard'),\n};`],
])('%s is %s', (id, source) => {
  expect(platformModule(id, project)).toBe(source);
});

test('the user and custom permissions come from the session', () => {
  expect(platformModule('@salesforce/user/Id', project)).toContain('export default session.userId;');
  expect(platformModule('@salesforce/customPermission/Prune', project)).toContain(
    'session.customPermissions.includes("Prune") ? true : undefined',
  );
});

test.each([
  ['@salesforce/label/c.Rotten', '@salesforce/label/c.Rotten: expected a custom label of this project'],
  ['@salesforce/apex/Trees.count', '@salesforce/apex/Trees.count is not supported here'],
  ['@salesforce/resourceUrl/photos', '@salesforce/resourceUrl/photos is not supported here'],
])('refuses %s by name', (id, message) => {
  expect(() => platformModule(id, project)).toThrow(message);
});

test('takes rules for native shadow out of a stylesheet and keeps the others', () => {
  const css = `.a { color: red }
    :host([data-render-mode="shadow"]) .a, .b { color: blue }
    @media print { [data-render-mode="shadow"] .c { color: green } }`;

  const stripped = withoutNativeShadow(css);

  expect(stripped).toContain('.a { color: red }');
  expect(stripped).toContain('.b { color: blue }');
  expect(stripped).not.toContain('shadow');
  expect(stripped).not.toContain('@media');
});

test('a stylesheet with nothing left is still a stylesheet', () => {
  expect(withoutNativeShadow('/* x */ [data-render-mode="shadow"] .c { color: green }')).toBe(':host {}');
});

test('keeps of an icon library only what is named', () => {
  const library = `import { default as utility_add } from './utility/add.html';
import { default as utility_edit } from './utility/edit.html';
export default { utility_add, utility_edit };`;
  const file = '/x/iconSvgTemplatesUtility/buildTemplates/templates.js';

  expect(keepIcons(file, library, new Set(['utility_edit']))).toBe(
    `import { default as utility_edit } from './utility/edit.html';\nexport default { utility_edit };`,
  );
  expect(keepIcons('/x/button.js', library, new Set())).toBeUndefined();
});
