import type { Plugin } from 'rollup';

const VIRTUAL = '\0platform:';
const COMPONENTS = 'groundwork/components';

/** What the platform generates for a project. */
export interface PlatformModules {
  /** Custom labels, `name → text`. */
  labels: Record<string, string>;
  /** Names of the components that a page may show. */
  exposed: string[];
  /** Modules that are files of a package: `@salesforce/i18n/currency` → its path. */
  files: ReadonlyMap<string, string>;
}

/** Answers the modules that the platform makes up: `@salesforce/schema/…`, custom labels, the user, the components. */
export function platformModules(options: PlatformModules): Plugin {
  return {
    name: 'platform-modules',
    resolveId(id) {
      return options.files.get(id) ?? (isPlatformModule(id) ? VIRTUAL + id : null);
    },
    load(id) {
      if (!id.startsWith(VIRTUAL)) return null;
      return platformModule(id.slice(VIRTUAL.length), options);
    },
  };
}

/** Whether a module of the bundle is one of these; the list of components is not, as it leads to each of them. */
export function isGenerated(id: string): boolean {
  return id.startsWith(VIRTUAL) && id !== `${VIRTUAL}${COMPONENTS}`;
}

/** Source of one such module; a name that leads nowhere is an Error. */
export function platformModule(id: string, { labels, exposed }: Omit<PlatformModules, 'files'>): string {
  if (id === COMPONENTS) return components(exposed);
  if (id === '@salesforce/apex') return `export { refreshApex } from 'lds/refresh';`;
  if (id === '@salesforce/user/Id') return fromSession('session.userId');
  if (id === '@salesforce/user/isGuest') return 'export default false;';

  const [kind, name] = splitAt(id.slice('@salesforce/'.length), '/');
  if (kind === 'customPermission') {
    return fromSession(`session.customPermissions.includes(${JSON.stringify(name)}) ? true : undefined`);
  }
  if (kind === 'schema') return `export default ${JSON.stringify(schemaToken(name))};`;
  if (kind === 'label') {
    const text = labels[name.replace(/^c\./, '')];
    if (text === undefined) throw new Error(`${id}: expected a custom label of this project`);
    return `export default ${JSON.stringify(text)};`;
  }
  throw new Error(`${id} is not supported here`);
}

// Gates, checks and labels of the base components are in their package; all else under @salesforce is the project's.
function isPlatformModule(id: string): boolean {
  if (id === COMPONENTS || id.startsWith('@salesforce/label/c.')) return true;
  return id.startsWith('@salesforce/') && !/^@salesforce\/(accessCheck|gate|label)\//.test(id);
}

/** `Opportunity` → the object; `Opportunity.Account.Name` → the field and the object it starts from. */
function schemaToken(name: string): { objectApiName: string; fieldApiName?: string } {
  const [objectApiName, fieldApiName] = splitAt(name, '.');
  return fieldApiName === '' ? { objectApiName } : { fieldApiName, objectApiName };
}

function components(names: string[]): string {
  const entries = names.map((name) => `  ${JSON.stringify(`c:${name}`)}: () => import('c/${name}'),`);
  return `export default {\n${entries.join('\n')}\n};`;
}

function fromSession(expression: string): string {
  return `import { session } from 'shell/session';\nexport default ${expression};`;
}

function splitAt(text: string, separator: string): [string, string] {
  const index = text.indexOf(separator);
  return index === -1 ? [text, ''] : [text.slice(0, index), text.slice(index + separator.length)];
}
