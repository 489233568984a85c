/** What `--only` takes, in the order in which they start. */
export const EMULATOR_NAMES = [
  'salesforce',
  'lightning-experience',
  'google-sheets',
  'vitally',
  'slack',
  'portal',
] as const;

export type EmulatorName = (typeof EMULATOR_NAMES)[number];

/** The names in a comma-separated list. An unknown one is a RangeError that lists the known. */
export function parseEmulatorNames(list: string): EmulatorName[] {
  return list.split(',').map((text) => {
    const name = EMULATOR_NAMES.find((known) => known === text.trim());
    if (name === undefined) {
      throw new RangeError(`--only: "${text.trim()}" is no emulator; expected some of ${EMULATOR_NAMES.join(', ')}`);
    }
    return name;
  });
}
