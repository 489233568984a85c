import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type TypeScript from 'typescript';
import { z } from 'zod';

/** What one property of a declared type may hold. */
export const Property = z.object({
  /** `string`, `number`, `boolean`, `any`, or the name of another declared type. */
  type: z.string(),
  many: z.boolean(),
  /** Declared without a question mark; `| null` counts as optional. */
  required: z.boolean(),
});
export type Property = z.infer<typeof Property>;

/** The type aliases of a declaration file: objects with their properties, inherited ones included, and unions of texts. */
export const Declarations = z.object({
  objects: z.record(z.string(), z.record(z.string(), Property)),
  unions: z.record(z.string(), z.array(z.string())),
});
export type Declarations = z.infer<typeof Declarations>;

const CACHE = join(import.meta.dirname, '../../../node_modules/.cache/groundwork');
/** Changes whenever what is read from a declaration file changes. */
const CACHE_VERSION = 1;

const read = new Map<string, Promise<Declarations>>();

/**
 * Reads a declaration file once; the answer is kept in memory, and under node_modules/.cache because the compiler takes
 * a second.
 */
export function readDeclarations(file: string): Promise<Declarations> {
  const known = read.get(file) ?? readOnce(file);
  read.set(file, known);
  return known;
}

async function readOnce(file: string): Promise<Declarations> {
  const source = await readFile(file, 'utf8');
  const digest = createHash('sha256').update(source).digest('hex').slice(0, 16);
  const cached = join(CACHE, `declarations-${CACHE_VERSION}-${digest}.json`);
  const known = await readIfThere(cached);
  if (known !== undefined) {
    return Declarations.parse(JSON.parse(known));
  }
  const { default: ts } = await import('typescript');
  const declarations = parseDeclarations(ts, source);
  await mkdir(CACHE, { recursive: true });
  // Two checks may run at once, so nobody sees a half-written file.
  const unfinished = `${cached}.${process.pid}`;
  await writeFile(unfinished, JSON.stringify(declarations));
  await rename(unfinished, cached);
  return declarations;
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

function parseDeclarations(ts: typeof TypeScript, source: string): Declarations {
  const { statements } = ts.createSourceFile('declarations.d.ts', source, ts.ScriptTarget.Latest);
  const aliases = new Map(statements.filter(ts.isTypeAliasDeclaration).map(({ name, type }) => [name.text, type]));
  const declarations: Declarations = { objects: {}, unions: {} };
  for (const [name, type] of aliases) {
    const texts = textsOf(ts, type);
    if (texts) {
      declarations.unions[name] = texts;
    } else if (ts.isTypeLiteralNode(type) || ts.isIntersectionTypeNode(type)) {
      declarations.objects[name] = propertiesOf(ts, type, aliases);
    }
  }
  return declarations;
}

function textsOf(ts: typeof TypeScript, type: TypeScript.TypeNode): string[] | undefined {
  const members = ts.isUnionTypeNode(type) ? [...type.types] : [type];
  const texts = members.flatMap((member) =>
    ts.isLiteralTypeNode(member) && ts.isStringLiteral(member.literal) ? [member.literal.text] : [],
  );
  return texts.length === members.length ? texts : undefined;
}

function propertiesOf(
  ts: typeof TypeScript,
  type: TypeScript.TypeNode,
  aliases: Map<string, TypeScript.TypeNode>,
): Record<string, Property> {
  if (ts.isIntersectionTypeNode(type)) {
    return Object.fromEntries(type.types.flatMap((part) => Object.entries(propertiesOf(ts, part, aliases))));
  }
  if (ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName)) {
    const base = aliases.get(type.typeName.text);
    return base ? propertiesOf(ts, base, aliases) : {};
  }
  if (!ts.isTypeLiteralNode(type)) {
    return {};
  }
  return Object.fromEntries(
    type.members.flatMap((member) => {
      if (!ts.isPropertySignature(member) || !member.type || !ts.isIdentifier(member.name)) {
        return [];
      }
      return [[member.name.text, toProperty(ts, member.type, member.questionToken !== undefined)]];
    }),
  );
}

function toProperty(ts: typeof TypeScript, type: TypeScript.TypeNode, optional: boolean): Property {
  const parts = ts.isUnionTypeNode(type) ? type.types : [type];
  const named = parts.filter(
    (part) => !(ts.isLiteralTypeNode(part) && part.literal.kind === ts.SyntaxKind.NullKeyword),
  );
  const [only] = named;
  const many = only !== undefined && ts.isArrayTypeNode(only);
  const element = many ? only.elementType : only;
  return {
    type: named.length === 1 && element ? nameOf(ts, element) : 'any',
    many,
    required: !optional && !many && named.length === parts.length,
  };
}

function nameOf(ts: typeof TypeScript, type: TypeScript.TypeNode): string {
  switch (type.kind) {
    case ts.SyntaxKind.StringKeyword:
      return 'string';
    case ts.SyntaxKind.NumberKeyword:
      return 'number';
    case ts.SyntaxKind.BooleanKeyword:
      return 'boolean';
    default:
      return ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName) ? type.typeName.text : 'any';
  }
}
