import type { Choice } from './fields.ts';

export const GEOCODE_ACCURACY: readonly Choice[] = [
  'Address',
  'NearAddress',
  'Block',
  'Street',
  'ExtendedZip',
  'Zip',
  'Neighborhood',
  'City',
  'County',
  'State',
  'Unknown',
];

export const INDUSTRIES: readonly Choice[] = [
  'Agriculture',
  'Apparel',
  'Banking',
  'Biotechnology',
  'Chemicals',
  'Communications',
  'Construction',
  'Consulting',
  'Education',
  'Electronics',
  'Energy',
  'Engineering',
  'Entertainment',
  'Environmental',
  'Finance',
  'Food & Beverage',
  'Government',
  'Healthcare',
  'Hospitality',
  'Insurance',
  'Machinery',
  'Manufacturing',
  'Media',
  'Not For Profit',
  'Recreation',
  'Retail',
  'Shipping',
  'Technology',
  'Telecommunications',
  'Transportation',
  'Utilities',
  'Other',
];

export const RATINGS: readonly Choice[] = ['Hot', 'Warm', 'Cold'];

export const CLEAN_STATUS: readonly Choice[] = [
  ['Matched', 'In Sync'],
  'Different',
  ['Acknowledged', 'Reviewed'],
  ['NotFound', 'Not Found'],
  'Inactive',
  ['Pending', 'Not Compared'],
  ['SelectMatch', 'Select Match'],
  'Skipped',
];

export const LEAD_SOURCES: readonly Choice[] = ['Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', 'Other'];
