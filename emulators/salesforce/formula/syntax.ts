/** A formula as written, before it is known what its names mean. */
export type Syntax =
  | { kind: 'number'; text: string; position: number }
  | { kind: 'text'; text: string; position: number }
  | { kind: 'constant'; name: 'TRUE' | 'FALSE' | 'NULL'; position: number }
  | { kind: 'field'; path: string[]; position: number }
  | { kind: 'call'; name: string; arguments: Syntax[]; position: number }
  | { kind: 'unary'; operator: '!' | '-' | '+'; operand: Syntax; position: number }
  | { kind: 'binary'; operator: BinaryOperator; left: Syntax; right: Syntax; position: number };

export type BinaryOperator = '||' | '&&' | '=' | '<>' | '<' | '>' | '<=' | '>=' | '+' | '-' | '&' | '*' | '/' | '^';
