import { parseMetadata, type XmlElement } from './xml.ts';

/** One `visibilityRule`: all criteria hold, or the filter's combination of them, `1 AND (2 OR 3)`. */
export interface VisibilityRule {
  criteria: { leftValue: string; operator: string; rightValue: string | null }[];
  booleanFilter: string | null;
}

export interface FieldItem {
  kind: 'field';
  id: string;
  /** Path from the record, `Name` or `Account.Name`. */
  field: string;
  /** `none`, `readonly` or `required`. */
  behavior: string;
  visibility: VisibilityRule | null;
}

export interface ComponentItem {
  kind: 'component';
  id: string;
  /** `force:highlightsPanel`, `c:implementationRequestPanel` */
  name: string;
  properties: Record<string, string | string[]>;
  /** Properties that name a facet, with what the facet holds. */
  facets: Record<string, PageItem[]>;
  visibility: VisibilityRule | null;
}

export type PageItem = FieldItem | ComponentItem;

/** A Lightning record page as it is laid out. */
export interface FlexiPage {
  name: string;
  label: string;
  /** API name of the object that the page is for; null for an app or home page. */
  object: string | null;
  type: string;
  /** `flexipage:recordHomeTemplateDesktop` */
  template: string;
  regions: { name: string; items: PageItem[] }[];
}

/** Parses a FlexiPage and puts each facet where it is named. */
export function parseFlexiPage(xml: string, name: string): FlexiPage {
  const page = parseMetadata(xml, 'FlexiPage', name);
  const regions = page.all('flexiPageRegions');
  const facets = new Map(
    regions.filter((region) => region.text('type') === 'Facet').map((region) => [region.text('name') ?? '', region]),
  );

  return {
    name,
    label: page.text('masterLabel') ?? name,
    object: page.text('sobjectType') ?? null,
    type: page.text('type') ?? '',
    template: page.first('template')?.text('name') ?? '',
    regions: regions
      .filter((region) => region.text('type') === 'Region')
      .map((region) => ({ name: region.text('name') ?? '', items: toItems(region, facets, []) })),
  };
}

function toItems(region: XmlElement, facets: Map<string, XmlElement>, within: string[]): PageItem[] {
  return region.all('itemInstances').flatMap((item): PageItem[] => {
    const field = item.first('fieldInstance');
    if (field !== undefined) return [toField(field)];
    const component = item.first('componentInstance');
    return component === undefined ? [] : [toComponent(component, facets, within)];
  });
}

function toField(instance: XmlElement): FieldItem {
  const fieldItem = instance.text('fieldItem') ?? '';
  const behavior = instance.all('fieldInstanceProperties').find((property) => property.text('name') === 'uiBehavior');
  return {
    kind: 'field',
    id: instance.text('identifier') ?? fieldItem,
    field: fieldItem.replace(/^Record\./, ''),
    behavior: behavior?.text('value') ?? 'none',
    visibility: toVisibility(instance),
  };
}

function toComponent(instance: XmlElement, facets: Map<string, XmlElement>, within: string[]): ComponentItem {
  const componentName = instance.text('componentName') ?? '';
  const item: ComponentItem = {
    kind: 'component',
    id: instance.text('identifier') ?? componentName,
    name: componentName.includes(':') ? componentName : `c:${componentName}`,
    properties: {},
    facets: {},
    visibility: toVisibility(instance),
  };
  for (const property of instance.all('componentInstanceProperties')) {
    const key = property.text('name') ?? '';
    const value = property.text('value');
    const list = property.first('valueList');
    const facet = value === undefined ? undefined : facets.get(value);
    if (list !== undefined) {
      item.properties[key] = list.all('valueListItems').flatMap((entry) => entry.text('value') ?? []);
    } else if (value !== undefined && facet !== undefined) {
      if (within.includes(value)) throw new Error(`The facet ${value} holds itself`);
      item.facets[key] = toItems(facet, facets, [...within, value]);
    } else if (value !== undefined) {
      item.properties[key] = value;
    }
  }
  return item;
}

function toVisibility(instance: XmlElement): VisibilityRule | null {
  const rule = instance.first('visibilityRule');
  if (rule === undefined) return null;
  return {
    booleanFilter: rule.text('booleanFilter') ?? null,
    criteria: rule.all('criteria').map((criterion) => ({
      leftValue: criterion.text('leftValue') ?? '',
      operator: criterion.text('operator') ?? '',
      rightValue: criterion.text('rightValue') ?? null,
    })),
  };
}
