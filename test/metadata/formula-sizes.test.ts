import { expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const OBJECTS = join(import.meta.dirname, '../../force-app/main/default/objects');
/** Salesforce's limit for one formula as it is written. */
const WRITTEN = 3900;
/**
 * What a formula may have with the formula fields that it reads written out. Salesforce limits the compiled size, which
 * only an org knows, to 15,000 bytes; this keeps a third of it free.
 */
const WRITTEN_OUT = 10_000;
/** A field with the lookups that lead to it. */
const REFERENCE = /(?<![\w$.])((?:\w+__r\.|Account\.|Opportunity\.)*)(\w+__c)\b/g;

const formulas = new Map<string, string>();
/** `Object.Lookup__r` → the object that it leads to. */
const parents = new Map<string, string>();

for (const path of globSync('*/fields/*.field-meta.xml', { cwd: OBJECTS })) {
  const text = readFileSync(join(OBJECTS, path), 'utf8');
  const [object = '', field = ''] = path.replace('.field-meta.xml', '').split('/fields/');
  const formula = /<formula>(.*?)<\/formula>/s.exec(text)?.[1];
  if (formula !== undefined) formulas.set(`${object}.${field}`, plain(formula));
  const parent = /<referenceTo>(.*?)</.exec(text)?.[1];
  if (parent !== undefined) parents.set(`${object}.${field.replace(/__c$/, '__r')}`, parent);
}

function plain(xml: string): string {
  return xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

function writtenOut(name: string): number {
  const [object = ''] = name.split('.');
  const formula = formulas.get(name) ?? '';
  const more = Array.from(formula.matchAll(REFERENCE), ([reference, path = '', field = '']) => {
    const steps = path.split('.').filter((step) => step !== '');
    const owner = steps.reduce((at, step) => parents.get(`${at}.${step}`) ?? step, object);
    const read = `${owner}.${field}`;
    return formulas.has(read) ? writtenOut(read) - reference.length : 0;
  });
  return more.reduce((sum, size) => sum + size, formula.length);
}

test('every formula is as short as Salesforce wants it', () => {
  const long = [...formulas].filter(([, formula]) => formula.length > WRITTEN).map(([name]) => name);

  expect(formulas.size).toBeGreaterThan(100);
  expect(long).toEqual([]);
});

test('formulas stay small with what they read', () => {
  const sizes = Array.from(formulas.keys(), (name) => ({ name, size: writtenOut(name) }));

  expect(sizes.find(({ name }) => name === 'Triage_Review__c.Score__c')?.size).toBeGreaterThan(2000);
  expect(sizes.filter(({ size }) => size > WRITTEN_OUT)).toEqual([]);
});
