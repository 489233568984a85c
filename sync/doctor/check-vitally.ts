import { PROJECT_KEY, SHARED_TRAITS, TRAITS } from '../mapping/index.ts';
import type { VitallyClient } from '../vitally/index.ts';
import { diagnose, unreachable, type Finding } from './finding.ts';

const AREA = 'Vitally';
const OURS: readonly string[] = [...Object.values(TRAITS), ...Object.values(SHARED_TRAITS)];

/** `template`: id of the one that projects are made from, if any are. */
export async function checkVitally(vitally: VitallyClient, url: string, template?: string): Promise<Finding[]> {
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
          sign: /\b404\b|Unexpected token|not valid JSON/,
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
    ...(template === undefined ? [] : await checkProjects(vitally, template)),
  ];
}

/** Projects are made from a template, and found again by a trait. */
async function checkProjects(vitally: VitallyClient, template: string): Promise<Finding[]> {
  const check = 'Projects';
  try {
    const name = await vitally.findTemplate(template);
    if (name === undefined) {
      const says = `There is no project template ${template}`;
      const fix = 'Check VITALLY_PROJECT_TEMPLATE_ID; leave it out and no projects are made.';
      return [{ area: AREA, check, state: 'broken', says, fix }];
    }
    if ((await vitally.listTraits('projects')).includes(PROJECT_KEY)) {
      return [{ area: AREA, check, state: 'fine', says: `Projects are made from the template "${name}"` }];
    }
    const trait = PROJECT_KEY.replace('vitally.custom.', '');
    const says = `Not set up for projects: ${trait}. A project that somebody renames is not found again`;
    const fix = `Make the trait ${trait} under Vitally, Settings, Data, Custom traits, of projects.`;
    return [{ area: AREA, check, state: 'warning', says, fix }];
  } catch (error) {
    return [diagnose(AREA, check, error, [])];
  }
}
