import { pure, type FunctionTable } from './definition.ts';

/** Functions that write HTML, as it comes back over the API. */
export const LINK: FunctionTable = {
  HYPERLINK: pure(
    ['text', 'text'],
    'text',
    (url, label, target) => `<a href="${attribute(url)}" target="${attribute(target ?? '_blank')}">${label}</a>`,
    ['text'],
  ),
  IMAGE: pure(
    ['text', 'text'],
    'text',
    (url, alternative, height, width) => {
      const size = height && width ? `style="height:${height.toFixed()}px; width:${width.toFixed()}px;" ` : '';
      return `<img src="${attribute(url)}" alt="${attribute(alternative)}" ${size}border="0"/>`;
    },
    ['number', 'number'],
  ),
  BR: pure([], 'text', () => '<br>'),
};

function attribute(text: string): string {
  return text.replaceAll('"', '&quot;');
}
