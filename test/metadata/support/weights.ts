import type { TestOrg } from './org.ts';

const VERSION_1 = 'customMetadata/Triage_Weight.Version_1.md-meta.xml';
const VERSION_2 = 'customMetadata/Triage_Weight.Version_2.md-meta.xml';

/**
 * Deploys another version of the weights, like version 1 but for these values, in the place of version 1. `more` are
 * files that go with it.
 */
export function activateWeights(
  org: TestOrg,
  weights: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string>> = {},
): void {
  const first = org.source(VERSION_1);
  const record = (values: Readonly<Record<string, string>>): string =>
    Object.entries(values).reduce(
      (text, [field, value]) =>
        text.replace(new RegExp(`(<field>${field}</field>\\s*<value[^>]*>)[^<]*`), `$1${value}`),
      first,
    );
  org.deploy({
    ...more,
    [VERSION_1]: record({ Active__c: 'false' }),
    [VERSION_2]: record({ Version__c: '2.0', Active__c: 'true', ...weights }),
  });
}
