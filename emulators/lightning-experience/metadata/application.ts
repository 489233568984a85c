import { parseMetadata } from './xml.ts';

/** An entry of an app's navigation bar. */
export type NavigationItem =
  { kind: 'home' } | { kind: 'object'; object: string } | { kind: 'page'; name: string; label: string; icon: string };

/** An app of the App Launcher: its tabs and which page shows which object. */
export interface Application {
  label: string;
  description: string;
  /** Objects in the navigation bar, by API name, in order. */
  objects: string[];
  /** Names of the tabs as the source spells them, in order. */
  tabs: string[];
  /** Object → developer name of the FlexiPage that its View action shows. */
  pages: Record<string, string>;
  /** Developer name of the FlexiPage that is the app's home; null when the source assigns none. */
  home: string | null;
}

/** Parses a CustomApplication. */
export function parseApplication(xml: string, place: string): Application {
  const application = parseMetadata(xml, 'CustomApplication', place);
  const overrides = application.all('actionOverrides').filter((override) => override.text('type') === 'Flexipage');
  const views = overrides.filter((override) => override.text('actionName') === 'View');
  const home = overrides.find(
    (override) => override.text('actionName') === 'Tab' && override.text('pageOrSobjectType') === 'standard-home',
  );
  const tabs = application.texts('tabs');

  return {
    label: application.text('label') ?? place,
    description: application.text('description') ?? '',
    objects: tabs.flatMap((tab) => objectOfTab(tab) ?? []),
    tabs,
    pages: Object.fromEntries(
      views.map((override) => [override.text('pageOrSobjectType') ?? '', override.text('content') ?? '']),
    ),
    home: home?.text('content') ?? null,
  };
}

/**
 * The object that a tab lists. A standard tab is spelt `standard-Opportunity`; the tab of a custom object has the object's
 * own name; any other tab is undefined. One page lists reports and dashboards.
 */
export function objectOfTab(tab: string): string | undefined {
  if (tab === 'standard-report') return 'Report';
  if (tab === 'standard-Dashboard' || tab === 'standard-home') return undefined;
  if (tab.startsWith('standard-')) return tab.slice('standard-'.length);
  return tab.endsWith('__c') ? tab : undefined;
}
