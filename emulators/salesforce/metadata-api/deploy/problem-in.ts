import type { PackagedComponent, Problem } from '../package/index.ts';

/** A problem at a line of a component's file in source, placed in the package's file. */
export function problemIn(
  { type, fullName, files }: PackagedComponent,
  { fileName, lines }: { fileName: string; lines: number[] },
  line: number,
  problem: string,
): Problem {
  const file = [...files.values()].find((one) => one.fileName === fileName);
  const lineNumber = lines[line - 1] ?? lines.at(-1) ?? line;
  const columnNumber = behindTag(file?.packaged.split('\n')[lineNumber - 1] ?? '');
  return { type, fullName, fileName, problem, lineNumber, columnNumber };
}

/** The platform's reader stands behind the tag that an element begins with. */
function behindTag(line: string): number {
  return (/^\s*<[^>]*>/.exec(line)?.[0].length ?? line.search(/\S|$/)) + 1;
}
