/**
 * A refusal. Slack answers it with HTTP 200 and `{"ok":false,"error":code}`; what is wrong with which argument follows
 * in `errors` and `response_metadata.messages`.
 */
export class SlackError extends Error {
  readonly code: string;
  readonly problems: readonly string[];

  constructor(code: string, problems: readonly string[] = []) {
    super(code);
    this.code = code;
    this.problems = problems;
  }

  toBody(): Record<string, unknown> {
    if (this.problems.length === 0) return { ok: false, error: this.code };
    return {
      ok: false,
      error: this.code,
      errors: this.problems,
      response_metadata: { messages: this.problems.map((problem) => `[ERROR] ${problem}`) },
    };
  }
}

/** The posting limit: the one refusal with a status of its own, 429 with `Retry-After` in seconds. */
export class RateLimited extends SlackError {
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super('ratelimited');
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The token was not granted what the method needs; Slack names both. */
export class MissingScope extends SlackError {
  readonly needed: string;
  readonly provided: string;

  constructor(needed: string, provided: readonly string[]) {
    super('missing_scope');
    this.needed = needed;
    this.provided = provided.join(',');
  }

  override toBody(): Record<string, unknown> {
    return { ...super.toBody(), needed: this.needed, provided: this.provided };
  }
}

export function missingArgument(name: string): SlackError {
  return new SlackError('invalid_arguments', [`missing required field: ${name}`]);
}

export function invalidArgument(name: string, expectation: string): SlackError {
  return new SlackError('invalid_arguments', [`${expectation} [json-pointer:/${name}]`]);
}
