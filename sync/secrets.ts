/** Shorter values are no secrets, and would take words out of every text. */
const SHORTEST = 8;
const HIDDEN = '[secret]';

/** By what the secret is for: a renewed one takes the place of the one before. */
const known = new Map<string, readonly string[]>();

/** What looks like a secret, whoever it belongs to. */
const LOOKS: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g,
  /\bxox[a-z]-[\w-]+/g,
  /\bxapp-[\w-]+/g,
  /\bya29\.[\w.-]+/g,
  /\bsk_(live|test)_\w+/g,
  /\b00D\w{12,15}![\w.]+/g,
  /\b(Bearer|Basic|OAuth) +(?=[^\s\d]*\d)[\w.~+/!-]{8,}=*/gi,
];

/** A name and a password in an address. */
const CREDENTIALS = /\/\/[^\s/@:"]*:[^\s/@"]*@/g;

/** Remembers a secret of this process, in the forms in which it travels, so that no text that leaves it shows one. */
export function keepSecret(purpose: string, secret: string): void {
  const lines = secret.split(/\r?\n|\\n/).map((line) => line.trim());
  const parts = [...new Set([secret.trim(), ...lines])];
  known.set(purpose, parts.filter((part) => part.length >= SHORTEST && !part.startsWith('-----')).flatMap(formsOf));
}

function formsOf(secret: string): string[] {
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64'),
    Buffer.from(`${secret}:`).toString('base64'),
  ];
}

/** The text without any secret that is known, or looks like one. */
export function hideSecrets(text: string): string {
  let shown = text;
  // The longest first: a short one may be a part of it.
  const secrets = [...known.values()].flat().toSorted((a, b) => b.length - a.length);
  for (const secret of secrets) shown = shown.replaceAll(secret, HIDDEN);
  for (const look of LOOKS) shown = shown.replace(look, HIDDEN);
  return shown.replace(CREDENTIALS, `//${HIDDEN}@`);
}
