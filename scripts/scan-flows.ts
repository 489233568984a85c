/**
 * Scans the flows under force-app with Lightning Flow Scanner at its recommended rules: `node scripts/scan-flows.ts [folder]`.
 *
 * Prints one line `flow element: rule – message` per finding and exits with 1, or says how many flows it has scanned.
 * What is meant to be as it is stands in `config/flow-scanner.json`, each with its reason; an exception that excuses
 * nothing is a finding too.
 */
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import scanner from '@flow-scanner/lightning-flow-scanner-core';
import { z } from 'zod';

const { getRules, parse, scan } = scanner;

const Exception = z.strictObject({
  flow: z.string(),
  rule: z.string(),
  element: z.string(),
  reason: z.string().min(20),
});
type Exception = z.output<typeof Exception>;

interface Finding {
  readonly flow: string;
  readonly rule: string;
  readonly element: string;
  readonly message: string;
}

async function findProblems(folder: string): Promise<{ flows: number; findings: Finding[] }> {
  const files = globSync(`${resolve(folder)}/**/flows/*.flow-meta.xml`).toSorted();
  const messages = new Map(getRules().map((rule) => [rule.name, rule.description]));
  const findings: Finding[] = [];
  for (const { flow, ruleResults } of scan(await parse(files), { rules: {} })) {
    const name = flow.name ?? '';
    for (const { ruleName, errorMessage, details } of ruleResults) {
      const message = messages.get(ruleName) ?? ruleName;
      if (errorMessage) findings.push({ flow: name, rule: ruleName, element: '', message: errorMessage });
      for (const { name: element } of details) findings.push({ flow: name, rule: ruleName, element, message });
    }
  }
  return { flows: files.length, findings };
}

function isExcused(finding: Finding, exceptions: readonly Exception[]): boolean {
  return exceptions.some((exception) => excuses(exception, finding));
}

function excuses(exception: Exception, finding: Finding): boolean {
  return exception.flow === finding.flow && exception.rule === finding.rule && exception.element === finding.element;
}

const source = resolve(import.meta.dirname, '../config/flow-scanner.json');
const exceptions = z.array(Exception).parse(JSON.parse(readFileSync(source, 'utf8')));
const { flows, findings } = await findProblems(process.argv[2] ?? 'force-app');
const open = findings.filter((finding) => !isExcused(finding, exceptions));
const idle = exceptions.filter((exception) => !findings.some((finding) => excuses(exception, finding)));

for (const { flow, element, rule, message } of open) console.log(`${flow} ${element}: ${rule} – ${message}`);
for (const { flow, element, rule } of idle) {
  console.log(`config/flow-scanner.json: ${flow} ${element} ${rule} excuses nothing; delete it`);
}
console.log(`${flows} flows scanned, ${open.length + idle.length} findings, ${exceptions.length} exceptions`);
process.exitCode = open.length + idle.length === 0 ? 0 : 1;
