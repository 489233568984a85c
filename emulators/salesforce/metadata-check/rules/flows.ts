import type { Finding } from '../finding.ts';
import { at, filesOf, valueOf, type Project } from '../project.ts';
import { childrenOf, everyElement } from '../xml.ts';

/** Flows: their elements have names of their own, their connectors lead to one of them, and their objects exist. */
export function checkFlows(project: Project): Finding[] {
  return filesOf(project, 'Flow').flatMap((file) => {
    const named = file.root.children.filter(({ name }) => name !== 'processMetadataValues');
    const names = named.flatMap((element) => childrenOf(element, 'name')).map(({ text }) => text.trim());
    const elements = [...everyElement(file.root)];
    const twice = named
      .flatMap((element) => childrenOf(element, 'name'))
      .filter(({ text }, index) => names.indexOf(text.trim()) < index)
      .map((element) => at(file, element, `The unique name "${element.text.trim()}" is used more than once.`));
    const targets = elements
      .filter(({ name, text }) => name === 'targetReference' && !names.includes(text.trim()))
      .map((target) => at(file, target, `The element has an invalid reference to "${target.text.trim()}".`));
    const objects = named
      .filter((element) => valueOf(element, 'object') !== '' && !project.objects.has(valueOf(element, 'object')))
      .map((element) => at(file, element, `The object "${valueOf(element, 'object')}" can't be found.`));
    return [...twice, ...targets, ...objects];
  });
}
