import type { Row, TestOrg } from './org.ts';
import { createCustomer, type Customer } from './requests.ts';

export const NORTHWIND = 'Northwind Logistics';

/**
 * The customer of the journeys: 2,600 possible users, and a deal of Ana and Chen over $480,000 with a probability of
 * 20 %, to close on 2023-05-31; `deal` changes it. The fiscal year begins in
 * February.
 */
export async function createNorthwind(org: TestOrg, deal: Row = {}): Promise<Customer> {
  const adi = org.as('adi');
  const [organization] = await adi.query('SELECT Id FROM Organization');
  await adi.update('Organization', String(organization?.['Id']), { FiscalYearStartMonth: 2 });
  const customer = await createCustomer(org, NORTHWIND, { Addressable_Market__c: 2600 });
  await adi.update('Opportunity', customer.deal, {
    Name: 'Northwind – New Business – Code Search – 2,600 seats',
    Annual_Recurring_Revenue__c: 480_000,
    Probability: 20,
    ...deal,
  });
  await org.newMessages();
  return customer;
}
