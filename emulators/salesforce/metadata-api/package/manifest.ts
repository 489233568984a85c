import { parseXml, type XmlElement } from '../../metadata-check/index.ts';

/** What a package.xml or a destructiveChanges.xml names: type → full names, `*` for all. */
export type Manifest = Map<string, string[]>;

/** Reads a manifest file. Throws XmlError when it is not well formed. */
export function readManifest(text: string): Manifest {
  return manifestOf(parseXml(text));
}

/** The manifest in an element that holds `types`. */
export function manifestOf(root: XmlElement): Manifest {
  const manifest: Manifest = new Map();
  for (const types of root.children.filter(({ name }) => local(name) === 'types')) {
    const texts = (wanted: string): string[] =>
      types.children.filter(({ name }) => local(name) === wanted).map(({ text }) => text.trim().replace(/\/$/, ''));
    const [type = ''] = texts('name');
    // `sf` writes a folder of reports with a slash at its end.
    const members = texts('members').map((member) => member.replace(/\/$/, ''));
    manifest.set(type, [...(manifest.get(type) ?? []), ...members]);
  }
  return manifest;
}

/** Whether the manifest names the component itself or all of its type. */
export function names(manifest: Manifest, type: string, fullName: string): boolean {
  const members = manifest.get(type) ?? [];
  return members.includes(fullName) || members.includes('*');
}

function local(name: string): string {
  return name.split(':').at(-1) ?? name;
}
