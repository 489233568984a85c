import type { Field } from '../../entities.ts';
import { address, decimal, picklist, text, textArea } from './fields.ts';
import { GEOCODE_ACCURACY } from './value-sets.ts';

/** The parts of an address, and the address of them all: `BillingStreet`, “Billing Street”; `Street` without a kind. */
export function addressFields(kind = ''): Field[] {
  const label = (part: string): string => `${kind} ${part}`.trim();
  return [
    textArea(`${kind}Street`, label('Street'), 255),
    text(`${kind}City`, label('City'), 40),
    text(`${kind}State`, label('State/Province'), 80),
    text(`${kind}PostalCode`, label('Zip/Postal Code'), 20),
    text(`${kind}Country`, label('Country'), 80),
    decimal(`${kind}Latitude`, label('Latitude'), 18, 15),
    decimal(`${kind}Longitude`, label('Longitude'), 18, 15),
    picklist(`${kind}GeocodeAccuracy`, label('Geocode Accuracy'), 40, GEOCODE_ACCURACY, { restricted: true }),
    address(`${kind}Address`, label('Address')),
  ];
}
