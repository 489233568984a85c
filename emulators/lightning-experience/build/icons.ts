import { globSync, readFileSync } from 'node:fs';

const ICON_NAME = /\b(utility|standard|action|doctype|custom):([a-z][a-z0-9_]*)/g;

/** Icons that base components name only while they run. */
const COMPUTED = ['utility:info', 'utility:success', 'utility:warning', 'utility:error', 'utility:close'];

/** The icons that sources mention and those `named`, as `utility_check`. The packages hold thousands, which cost ten seconds. */
export function findIcons(folders: string[], named: string[]): Set<string> {
  const icons = new Set([...COMPUTED, ...named].map((name) => name.replace(':', '_')));
  for (const folder of folders) {
    for (const file of globSync('**/*.{html,js}', { cwd: folder, exclude: ['**/buildTemplates/**', '**/__*__/**'] })) {
      for (const [, category, name] of readFileSync(`${folder}/${file}`, 'utf8').matchAll(ICON_NAME)) {
        icons.add(`${category ?? ''}_${name ?? ''}`);
      }
    }
  }
  return icons;
}

/** The template list of an icon library with only these icons left; undefined for any other file. */
export function keepIcons(file: string, source: string, icons: ReadonlySet<string>): string | undefined {
  if (!/iconSvgTemplates\w+\/buildTemplates\/templates\.js$/.test(file)) return undefined;
  const kept = [...source.matchAll(/^import \{ default as (\w+) \}.*$/gm)].filter(([, name]) => icons.has(name ?? ''));
  const lines = kept.map(([line]) => line);
  return `${lines.join('\n')}\nexport default { ${kept.map(([, name]) => name).join(', ')} };`;
}
