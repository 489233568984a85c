import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import {
  compileFormula,
  FormulaError,
  FormulaEvaluationError,
  type CompiledFormula,
  type FormulaContext,
  type FormulaFieldType,
} from '../../emulators/salesforce/formula/index.ts';

/** Evaluations by Salesforce's own engine. Those of functions that the formula editor does not have are left out. */
const RECORDING = new URL('../../../shared/oracles/formulas.jsonl', import.meta.url);

/** Reached: 99.8 %. The rest looks like texts whose outer blanks the recording lost. */
const FLOOR = 0.995;
const RELATIVE_ERROR = 1e-12;

const TYPES: Record<string, FormulaFieldType> = {
  Number: 'number',
  Currency: 'number',
  Percent: 'percent',
  Text: 'text',
  TextArea: 'text',
  Email: 'text',
  Phone: 'text',
  Url: 'text',
  Checkbox: 'boolean',
  Date: 'date',
  DateTime: 'datetime',
  Time: 'time',
};

const FieldType = z.string().transform((name) => TYPES[name] ?? 'text');
const Evaluation = z.object({
  case: z.string(),
  returnType: FieldType,
  formula: z.string(),
  blank: z.enum(['BlankAsZero', 'BlankAsBlank']),
  fields: z.record(z.string(), z.object({ type: FieldType, formula: z.string().optional() })),
  input: z.record(z.string(), z.union([z.string(), z.boolean(), z.null(), z.object({ raw: z.string() })])),
  expected: z
    .object({
      error: z.string(),
      number: z.coerce.number(),
      text: z.string(),
      boolean: z.boolean(),
      date: z.string(),
      datetime: z.string(),
    })
    .partial()
    .nullable(),
  flags: z.array(z.string()),
});
type Evaluation = z.infer<typeof Evaluation>;
type Outcome = { value: string | number | null } | { error: string };

const present = existsSync(RECORDING);

(present ? test : test.skip)('evaluates as the recorded evaluations of Salesforce’s engine do', () => {
  const evaluations = readFileSync(RECORDING, 'utf8')
    .trim()
    .split('\n')
    .map((line) => Evaluation.parse(JSON.parse(line)))
    .filter(({ flags }) => !flags.includes('notSalesforce'));

  const disagreements = evaluations
    .map((evaluation) => ({ evaluation, outcome: outcomeOf(evaluation) }))
    .filter(({ evaluation, outcome }) => !agrees(evaluation, outcome));

  const agreement = 1 - disagreements.length / evaluations.length;
  console.info(`${evaluations.length} evaluations, ${(agreement * 100).toFixed(2)} % agree`, grouped(disagreements));
  expect(evaluations.length).toBeGreaterThan(4900);
  expect(agreement).toBeGreaterThanOrEqual(FLOOR);
});

function outcomeOf(evaluation: Evaluation): Outcome {
  const { fields, blank } = evaluation;
  const names = new Map(Object.keys(fields).map((name) => [name.toLowerCase(), name]));

  function fieldAt(path: string[]) {
    const name = names.get(path.join('.').toLowerCase()) ?? '';
    return { name, field: fields[name] };
  }
  function compile(formula: string, returns: FormulaFieldType | 'any'): CompiledFormula {
    return compileFormula(formula, { typeOf: (path) => fieldAt(path).field?.type }, { returns, blanks: blank });
  }
  const context: FormulaContext = {
    isNew: false,
    now: new Date('2026-01-01T00:00:00Z'),
    valueOf: (path) => {
      const { name, field } = fieldAt(path);
      if (field?.formula !== undefined) return compile(field.formula, field.type).evaluate(context);
      return stored(evaluation.input[name] ?? null);
    },
  };
  try {
    return { value: compiled(evaluation, compile).evaluate(context) };
  } catch (error) {
    if (error instanceof FormulaEvaluationError) return { error: error.message };
    if (error instanceof FormulaError) return { value: `refused: ${error.message}` };
    throw error;
  }
}

/** The recording asks a few datetimes for a date, which no org would save. */
function compiled(
  { formula, returnType }: Evaluation,
  compile: (formula: string, returns: FormulaFieldType | 'any') => CompiledFormula,
): CompiledFormula {
  try {
    return compile(formula, returnType);
  } catch (error) {
    if (!(error instanceof FormulaError) || !error.message.includes('(DateTime), incompatible')) throw error;
    return compile(formula, 'any');
  }
}

function stored(input: Evaluation['input'][string]): string | number | null {
  if (typeof input === 'boolean') return input ? 1 : 0;
  if (input === null || typeof input === 'string') return input;
  const [year, month, day, hour, minute, second, zone] = input.raw.split(':');
  return new Date(`${year}-${month}-${day} ${hour}:${minute}:${second} ${zone}`).toISOString();
}

function agrees({ expected, returnType }: Evaluation, outcome: Outcome): boolean {
  if (expected?.error !== undefined) return 'error' in outcome;
  if ('error' in outcome) return false;
  const { value } = outcome;
  if (expected === null) return value === null;
  if (expected.number !== undefined) return typeof value === 'number' && isClose(value, expected.number);
  if (expected.boolean !== undefined) return value === Number(expected.boolean);
  if (expected.text !== undefined) return value === (returnType === 'time' ? `${expected.text}Z` : expected.text);
  if (expected.date !== undefined) return value === expected.date || value === `${expected.date}T00:00:00.000Z`;
  return value === expected.datetime;
}

/** The recording has as many digits as Java prints; a column keeps a double. */
function isClose(value: number, expected: number): boolean {
  return Math.abs(value - expected) <= RELATIVE_ERROR * Math.max(Math.abs(value), Math.abs(expected));
}

function grouped(disagreements: { evaluation: Evaluation; outcome: Outcome }[]): Record<string, string[]> {
  const groups: Record<string, string[]> = {};
  for (const { evaluation, outcome } of disagreements) {
    const group = (groups[`${evaluation.case}: ${evaluation.formula}`] ??= []);
    group.push(
      [evaluation.input, 'gives', outcome, 'not', evaluation.expected]
        .map((part) => (typeof part === 'string' ? part : JSON.stringify(part)))
        .join(' '),
    );
  }
  return groups;
}
