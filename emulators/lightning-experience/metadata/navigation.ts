import { objectOfTab, type Application, type NavigationItem } from './application.ts';
import { motifIcon } from './icon.ts';
import { findSource } from './project.ts';
import { readMetadata } from './xml.ts';

/** An entry as a person reads it. */
export type LabelledItem =
  Exclude<NavigationItem, { kind: 'object' }> | (Extract<NavigationItem, { kind: 'object' }> & { label: string });

/**
 * The entries of an app's navigation bar for a person with these permission sets, home first. A standard tab is
 * everybody's; another is shown when one of the permission sets makes it visible. Undefined stands for all there are.
 */
export function navigationOf(
  source: string,
  { tabs }: Pick<Application, 'tabs'>,
  permissionSets: readonly string[] | undefined,
): NavigationItem[] {
  const visible = permissionSets && visibleTabs(source, permissionSets);
  const shown = tabs.filter((tab) => tab.startsWith('standard-') || visible === undefined || visible.has(tab));
  return [{ kind: 'home' }, ...shown.flatMap((tab) => toItem(source, tab) ?? [])];
}

/** The entries with the names of their objects; objects of which the person may not know are left out. */
export function labelled(
  navigation: readonly NavigationItem[],
  objects: readonly { name: string; labelPlural: string }[],
): LabelledItem[] {
  const labels = new Map(objects.map(({ name, labelPlural }) => [name, labelPlural]));
  return navigation.flatMap((item): LabelledItem[] => {
    if (item.kind !== 'object') return [item];
    const label = labels.get(item.object);
    return label === undefined ? [] : [{ ...item, label }];
  });
}

/** Developer name of the FlexiPage that a tab shows. */
export function pageOfTab(source: string, tab: string): string | undefined {
  const [file] = findSource(source, `tabs/${tab}.tab-meta.xml`);
  return file === undefined ? undefined : readMetadata(file, 'CustomTab').text('flexiPage');
}

/** Permission sets that a group brings. */
export function permissionSetsOfGroup(source: string, group: string): string[] {
  const [file] = findSource(source, `permissionsetgroups/${group}.permissionsetgroup-meta.xml`);
  return file === undefined ? [] : readMetadata(file, 'PermissionSetGroup').texts('permissionSets');
}

function toItem(source: string, tab: string): NavigationItem | undefined {
  const object = objectOfTab(tab);
  if (object !== undefined) return { kind: 'object', object };
  const [file] = findSource(source, `tabs/${tab}.tab-meta.xml`);
  if (file === undefined) return undefined;
  const metadata = readMetadata(file, 'CustomTab');
  if (metadata.text('flexiPage') === undefined) return undefined;
  return { kind: 'page', name: tab, label: metadata.text('label') ?? tab, icon: motifIcon(metadata.text('motif')) };
}

function visibleTabs(source: string, permissionSets: readonly string[]): Set<string> {
  const files = permissionSets.flatMap((name) => findSource(source, `permissionsets/${name}.permissionset-meta.xml`));
  const settings = files.flatMap((file) => readMetadata(file, 'PermissionSet').all('tabSettings'));
  return new Set(
    settings.flatMap((setting) => (setting.text('visibility') === 'Visible' ? (setting.text('tab') ?? []) : [])),
  );
}
