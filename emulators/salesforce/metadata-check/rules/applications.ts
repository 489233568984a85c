import type { Finding } from '../finding.ts';
import { at, filesOf, findFile, valueOf, type Project } from '../project.ts';
import { childrenOf } from '../xml.ts';

/** What the home page of an app takes the place of. */
const HOME = 'standard-home';

/** Applications: their tabs and the pages they put in the place of the usual ones exist and fit. */
export function checkApplications(project: Project): Finding[] {
  return filesOf(project, 'CustomApplication').flatMap((file) => {
    const tabs = childrenOf(file.root, 'tabs')
      .filter(({ text }) => !tabExists(project, text.trim()))
      .map((tab) => at(file, tab, `tab ${tab.text.trim()} does not exist`));
    const pages = childrenOf(file.root, 'actionOverrides')
      .filter((override) => valueOf(override, 'type') === 'Flexipage')
      .flatMap((override) => {
        const name = valueOf(override, 'content');
        const page = findFile(project, 'FlexiPage', name);
        if (page === undefined) {
          return [at(file, override, `page ${name} does not exist`)];
        }
        const expected = valueOf(override, 'pageOrSobjectType');
        if (expected === HOME) {
          const type = valueOf(page.root, 'type');
          return type === 'HomePage' ? [] : [at(file, override, `page ${name} is no HomePage but ${type}`)];
        }
        const shown = valueOf(page.root, 'sobjectType');
        return shown === expected ? [] : [at(file, override, `page ${name} shows ${shown}, not ${expected}`)];
      });
    return [...tabs, ...pages];
  });
}

/** Whether there is a tab of this name: one of the project or, as `standard-Opportunity`, one of Salesforce. */
export function tabExists(project: Project, name: string): boolean {
  const standard = /^standard-(\w+)$/.exec(name)?.[1];
  return standard === undefined
    ? findFile(project, 'CustomTab', name) !== undefined
    : standard === 'home' || standard === 'report' || project.objects.has(standard);
}
