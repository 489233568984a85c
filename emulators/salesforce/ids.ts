const CHECK_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * The 18 characters of an id given with 15 or 18, or undefined when it is not the form of an id.
 *
 * The last three tell, five characters each, which of the first fifteen are capitals, so a wrong case is repaired.
 */
export function toId18(id: string): string | undefined {
  if (!/^[a-zA-Z0-9]{15}([a-zA-Z0-9]{3})?$/.test(id)) return undefined;
  if (id.length === 18) return id;
  let check = '';
  for (let block = 0; block < 3; block += 1) {
    let bits = 0;
    for (let place = 0; place < 5; place += 1) {
      if (/[A-Z]/.test(id.charAt(block * 5 + place))) bits |= 1 << place;
    }
    check += CHECK_ALPHABET.charAt(bits);
  }
  return id + check;
}
