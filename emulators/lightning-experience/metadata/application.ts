import { parseMetadata } from './xml.ts';

/** An app of the App Launcher: its tabs and which page shows which object. */
export interface Application {
  label: string;
  /** Objects in the navigation bar, by API name, in order. */
  objects: string[];
  /** Object → developer name of the FlexiPage that its View action shows. */
  pages: Record<string, string>;
}

/** Parses a CustomApplication; tabs that are not an object's are left out. */
export function parseApplication(xml: string, place: string): Application {
  const application = parseMetadata(xml, 'CustomApplication', place);
  const overrides = application
    .all('actionOverrides')
    .filter((override) => override.text('actionName') === 'View' && override.text('type') === 'Flexipage');

  return {
    label: application.text('label') ?? place,
    objects: application.texts('tabs').flatMap(toObject),
    pages: Object.fromEntries(
      overrides.map((override) => [override.text('pageOrSobjectType') ?? '', override.text('content') ?? '']),
    ),
  };
}

// A standard tab is spelt `standard-Opportunity`; the tab of a custom object has the object's own name.
function toObject(tab: string): string[] {
  if (tab === 'standard-report') return ['Report'];
  // One page lists reports and dashboards.
  if (tab === 'standard-Dashboard') return [];
  if (tab.startsWith('standard-')) return tab === 'standard-home' ? [] : [tab.slice('standard-'.length)];
  return tab.endsWith('__c') ? [tab] : [];
}
