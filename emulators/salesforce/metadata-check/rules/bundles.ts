import { basename } from 'node:path';
import type { Finding } from '../finding.ts';
import { findField } from '../objects.ts';
import { againstHouseRule, at, filesOf, findFile, valueOf, type BundleFile, type Project } from '../project.ts';
import { childrenOf, everyElement } from '../xml.ts';

const IMPORT = /\bfrom\s+'([^']+)'/g;
/** A label in a formula, a flow or a page. */
const WRITTEN = /\$Label\.(?:c\.)?(\w+)/g;
/** What an import leads to: something of the org, a component, or a file beside it. */
const KINDS =
  /^(@salesforce\/(?:apex|customPermission|messageChannel|resourceUrl|schema)\/|@salesforce\/label\/c\.|c\/|\.\/)(.+)$/;
const CHILD = /<(c-[a-z][\w-]*)/g;

/** Lightning web components: what they import and nest exists, and every custom label is used somewhere. */
export function checkBundles(project: Project): Finding[] {
  return [
    ...project.bundleFiles.flatMap((file) => [...checkImports(project, file), ...checkChildren(project, file)]),
    ...checkBundleFiles(project),
    ...checkLabelsAreUsed(project),
  ];
}

function checkImports(project: Project, file: BundleFile): Finding[] {
  return findAll(file, IMPORT).flatMap(({ name, line }) => {
    const message = whatIsWrong(project, file, name);
    return message === undefined ? [] : [{ file: file.path, line, message }];
  });
}

function whatIsWrong(project: Project, file: BundleFile, name: string): string | undefined {
  const [, kind = '', target = ''] = KINDS.exec(name) ?? [];
  switch (kind) {
    case '@salesforce/schema/':
      return schemaExists(project, target) ? undefined : `${target} does not exist`;
    case '@salesforce/label/c.':
      return labelNames(project).has(target) ? undefined : `label ${target} does not exist`;
    case '@salesforce/customPermission/':
      return findFile(project, 'CustomPermission', target) ? undefined : `custom permission ${target} does not exist`;
    case '@salesforce/messageChannel/':
      return findFile(project, 'LightningMessageChannel', target.replace(/__c$/, ''))
        ? undefined
        : `message channel ${target} does not exist`;
    case '@salesforce/resourceUrl/':
      return findFile(project, 'StaticResource', target) ? undefined : `static resource ${target} does not exist`;
    case '@salesforce/apex/':
      return `Apex method ${target} does not exist: this org has no Apex`;
    case 'c/':
      return bundleExists(project, target) ? undefined : `component ${target} does not exist`;
    case './':
      return project.bundleFiles.some(({ bundle, path }) => bundle === file.bundle && basename(path) === `${target}.js`)
        ? undefined
        : `file ${target}.js does not exist beside it`;
    default:
      return undefined;
  }
}

// Opportunity, Opportunity.Name or Opportunity.Account.Name
function schemaExists(project: Project, target: string): boolean {
  const [object = '', ...path] = target.split('.');
  return path.length === 0 ? project.objects.has(object) : findField(project.objects, object, path) !== undefined;
}

function checkChildren(project: Project, file: BundleFile): Finding[] {
  return findAll(file, CHILD)
    .filter(({ name }) => !bundleExists(project, toBundleName(name)))
    .map(({ name, line }) => ({ file: file.path, line, message: `component ${name} does not exist` }));
}

function checkBundleFiles(project: Project): Finding[] {
  return filesOf(project, 'LightningComponentBundle').flatMap((file) => {
    const hasModule = project.bundleFiles.some(({ path }) => basename(path) === `${file.name}.js`);
    const findings = hasModule ? [] : [at(file, file.root, `component ${file.name} has no ${file.name}.js`)];
    return valueOf(file.root, 'description') === ''
      ? [...findings, againstHouseRule(file, file.root, `component ${file.name} has no description`)]
      : findings;
  });
}

function checkLabelsAreUsed(project: Project): Finding[] {
  const imported = project.bundleFiles.flatMap((file) => findAll(file, IMPORT).map(({ name }) => name));
  const written = project.files.flatMap(({ root }) =>
    [...everyElement(root)].flatMap(({ text }) => [...text.matchAll(WRITTEN)].map(([, name = '']) => name)),
  );
  const used = new Set([...imported, ...written.map((name) => `@salesforce/label/c.${name}`)]);
  return filesOf(project, 'CustomLabels').flatMap((file) =>
    childrenOf(file.root, 'labels')
      .filter((label) => !used.has(`@salesforce/label/c.${valueOf(label, 'fullName')}`))
      .map((label) => againstHouseRule(file, label, `label ${valueOf(label, 'fullName')} is used by nothing`)),
  );
}

function labelNames(project: Project): Set<string> {
  return new Set(
    filesOf(project, 'CustomLabels').flatMap(({ root }) =>
      childrenOf(root, 'labels').map((label) => valueOf(label, 'fullName')),
    ),
  );
}

function bundleExists(project: Project, name: string): boolean {
  return findFile(project, 'LightningComponentBundle', name) !== undefined;
}

// c-request-link-rows → requestLinkRows
function toBundleName(tag: string): string {
  return tag.slice(2).replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function findAll({ text }: BundleFile, pattern: RegExp): { name: string; line: number }[] {
  return [...text.matchAll(pattern)].map(({ 1: name = '', index }) => ({
    name,
    line: text.slice(0, index).split('\n').length,
  }));
}
