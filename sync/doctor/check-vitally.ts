import { SHARED_TRAITS, TRAITS } from '../mapping/index.ts';
import type { VitallyClient } from '../vitally/index.ts';
import { diagnose, unreachable, type Finding } from './finding.ts';

const AREA = 'Vitally';
const OURS: readonly string[] = [...Object.values(TRAITS), ...Object.values(SHARED_TRAITS)];

export async function checkVitally(vitally: VitallyClient, url: string): Promise<Finding[]> {
  let known: string[];
  try {
    known = await vitally.listTraits();
  } catch (error) {
    return [
      diagnose(AREA, 'Key', error, [
        {
          sign: /\b401\b|\b403\b/,
          says: 'Vitally does not take the key',
          fix: 'Check VITALLY_API_KEY (Vitally, Settings, Integrations, REST API), and that it belongs to the workspace of VITALLY_URL.',
        },
        {
          sign: /\b429\b|requests left/,
          says: 'Vitally’s requests of this minute are used up',
          fix: 'Wait a minute and try again.',
        },
        {
          sign: /\b404\b/,
          says: `There is no Vitally API at ${url}`,
          fix: 'Check VITALLY_URL: the subdomain, and the region.',
        },
        unreachable(url, 'VITALLY_URL'),
      ]),
    ];
  }
  const missing = OURS.filter((path) => !known.includes(path)).map((path) => path.replace('vitally.custom.', ''));
  return [
    { area: AREA, check: 'Key', state: 'fine', says: 'Vitally takes the key' },
    missing.length === 0
      ? { area: AREA, check: 'Traits', state: 'fine', says: `All ${OURS.length} traits are set up` }
      : {
          ...{ area: AREA, check: 'Traits', state: 'broken', says: `Not set up for accounts: ${missing.join(', ')}` },
          fix: 'Make them under Vitally, Settings, Data, Custom traits, of accounts, by exactly these names.',
        },
  ];
}
