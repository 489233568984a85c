import type { Finding } from '../finding.ts';
import { findField } from '../objects.ts';
import { againstHouseRule, at, filesOf, findFile, valueOf, type MetadataFile, type Project } from '../project.ts';
import { childOf, childrenOf, everyElement, type XmlElement } from '../xml.ts';

/** The regions of the templates of pages. */
const TEMPLATE_REGIONS: Record<string, string[]> = {
  'flexipage:recordHomeTemplateDesktop': ['header', 'main', 'sidebar'],
  'flexipage:recordHomeWithSubheaderTemplateDesktop': ['header', 'subheader', 'main', 'sidebar'],
  'flexipage:recordHomeSingleColTemplateDesktop': ['header', 'main'],
  'flexipage:defaultAppHomeTemplate': ['main'],
  'home:desktopTemplate': ['top', 'bottomLeft', 'bottomRight', 'sidebar'],
};

/** Properties of components that hold the name of a facet. */
const FACET_PROPERTIES = new Set(['body', 'columns', 'tabs', 'actions']);

/** Lightning pages: regions of their template, identifiers used once, facets, fields and components that exist. */
export function checkPages(project: Project): Finding[] {
  return filesOf(project, 'FlexiPage').flatMap((file) => [
    ...checkRegions(file),
    ...checkFacets(file),
    ...checkIdentifiers(file),
    ...checkFields(project, file),
    ...elements(file, 'componentInstance').flatMap((component) => checkComponent(project, file, component)),
  ]);
}

function checkRegions(file: MetadataFile): Finding[] {
  const template = valueOf(childOf(file.root, 'template') ?? file.root, 'name');
  const allowed = TEMPLATE_REGIONS[template];
  if (allowed === undefined) {
    return [
      againstHouseRule(
        file,
        file.root,
        `template "${template}" is not one of ${Object.keys(TEMPLATE_REGIONS).join(', ')}`,
      ),
    ];
  }
  const regions = childrenOf(file.root, 'flexiPageRegions');
  const names = regions.map((region) => valueOf(region, 'name'));
  return regions.flatMap((region, index) => {
    const name = names[index] ?? '';
    if (names.indexOf(name) < index) {
      return [at(file, region, `region ${name} stands twice`)];
    }
    const isForeign = valueOf(region, 'type') === 'Region' && !allowed.includes(name);
    return isForeign ? [at(file, region, `${template} has no region ${name}`)] : [];
  });
}

function checkFacets(file: MetadataFile): Finding[] {
  const regions = childrenOf(file.root, 'flexiPageRegions').filter((region) => valueOf(region, 'type') === 'Facet');
  const facets = new Set(regions.map((region) => valueOf(region, 'name')));
  const uses = elements(file, 'componentInstance')
    .filter((component) => valueOf(component, 'componentName').startsWith('flexipage:'))
    .flatMap((component) => childrenOf(component, 'componentInstanceProperties'))
    .filter((property) => FACET_PROPERTIES.has(valueOf(property, 'name')));
  const used = new Set(uses.map((property) => valueOf(property, 'value')));
  return [
    ...uses
      .filter((property) => !facets.has(valueOf(property, 'value')))
      .map((property) => at(file, property, `facet ${valueOf(property, 'value')} does not exist`)),
    ...regions
      .filter((region) => !used.has(valueOf(region, 'name')))
      .map((region) => at(file, region, `facet ${valueOf(region, 'name')} is used by nothing`)),
  ];
}

function checkIdentifiers(file: MetadataFile): Finding[] {
  const seen = new Set<string>();
  return elements(file, 'identifier').flatMap((element) => {
    const identifier = element.text.trim();
    const twice = seen.has(identifier);
    seen.add(identifier);
    return twice ? [at(file, element, `identifier ${identifier} stands twice`)] : [];
  });
}

function checkFields(project: Project, file: MetadataFile): Finding[] {
  const object = valueOf(file.root, 'sobjectType');
  return elements(file, 'fieldItem')
    .filter(({ text }) => {
      const [record, ...path] = text.trim().split('.');
      return record !== 'Record' || findField(project.objects, object, path) === undefined;
    })
    .map((element) => at(file, element, `field ${element.text.trim()} does not exist on ${object}`));
}

function checkComponent(project: Project, file: MetadataFile, component: XmlElement): Finding[] {
  const [, name] = /^(?:c:)?(\w+)$/.exec(valueOf(component, 'componentName')) ?? [];
  if (name === undefined) {
    return [];
  }
  const bundle = findFile(project, 'LightningComponentBundle', name)?.root;
  if (bundle === undefined) {
    return [at(file, component, `component ${name} does not exist`)];
  }
  const object = valueOf(file.root, 'sobjectType');
  const targets = [...everyElement(bundle)]
    .filter((element) => element.name === 'target')
    .map(({ text }) => text.trim());
  const objects = [...everyElement(bundle)]
    .filter((element) => element.name === 'object')
    .map(({ text }) => text.trim());
  const declared = elementsOf(bundle, 'property').map(({ attributes }) => attributes['name']);
  const unknown = childrenOf(component, 'componentInstanceProperties')
    .map((property) => valueOf(property, 'name'))
    .find((property) => !declared.includes(property));
  const target = `lightning__${valueOf(file.root, 'type')}`;
  const wrong = [
    valueOf(bundle, 'isExposed') !== 'true' && `component ${name} is not exposed`,
    !targets.includes(target) && `component ${name} has no target ${target}`,
    objects.length > 0 && !objects.includes(object) && `component ${name} is not for pages of ${object}`,
    unknown !== undefined && `component ${name} has no property ${unknown}`,
  ];
  return wrong.filter((message) => message !== false).map((message) => at(file, component, message));
}

function elements(file: MetadataFile, name: string): XmlElement[] {
  return elementsOf(file.root, name);
}

function elementsOf(root: XmlElement, name: string): XmlElement[] {
  return [...everyElement(root)].filter((element) => element.name === name);
}
