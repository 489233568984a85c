import { FormulaError } from '../errors.ts';
import { DATE } from './date.ts';
import type { FunctionDefinition, FunctionTable } from './definition.ts';
import { GEOLOCATION } from './geolocation.ts';
import { LINK } from './link.ts';
import { LOGIC } from './logic.ts';
import { LOOKUP } from './lookup.ts';
import { MATH } from './math.ts';
import { PICKLIST } from './picklist.ts';
import { RECORD } from './record.ts';
import { TEXT } from './text.ts';
import { TIME } from './time.ts';

export type { Call } from './definition.ts';

const FUNCTIONS = new Map<string, FunctionDefinition>(
  [LOGIC, PICKLIST, TEXT, MATH, DATE, TIME, RECORD, GEOLOCATION, LINK, LOOKUP].flatMap((table: FunctionTable) =>
    Object.entries(table),
  ),
);

/** Functions of the formula editor that need what an org without Visualforce, reports and currencies does not have. */
const ELSEWHERE = new Set([
  'CURRENCYRATE',
  'GETRECORDIDS',
  'GETSESSIONID',
  'HTMLENCODE',
  'IMAGEPROXYURL',
  'INCLUDE',
  'JSENCODE',
  'JSINHTMLENCODE',
  'JUNCTIONIDLIST',
  'LINKTO',
  'PARENTGROUPVAL',
  'PREDICT',
  'PREVGROUPVAL',
  'REQUIRESCRIPT',
  'URLENCODE',
  'URLFOR',
]);

/** The function of this name, in upper case. Throws FormulaError. */
export function functionNamed(name: string, position: number): FunctionDefinition {
  const definition = FUNCTIONS.get(name);
  if (definition !== undefined) return definition;
  if (ELSEWHERE.has(name)) throw new FormulaError(`Function ${name} may not be used in this type of formula`, position);
  throw new FormulaError(`Unknown function ${name}. Check spelling.`, position);
}
