import type { Finding } from '../finding.ts';
import { againstHouseRule, type Project } from '../project.ts';
import { everyElement } from '../xml.ts';

/** Elements whose text people read. */
const READ = new Set(['description', 'errorMessage', 'inlineHelpText', 'label', 'masterLabel', 'pluralLabel', 'value']);

/** A formatter that breaks a long line would put blanks and line breaks into the text itself. */
export function checkTexts(project: Project): Finding[] {
  return project.files.flatMap((file) =>
    [...everyElement(file.root)]
      .filter(({ name, children, text }) => READ.has(name) && children.length === 0 && /^\s|\n|\s$/.test(text))
      .map((element) =>
        againstHouseRule(file, element, `<${element.name}> has blanks around it or a line break in it; shorten it`),
      ),
  );
}
