import { ReportError } from '../errors.ts';
import type { BucketField } from '../model.ts';
import type { RunField } from './run-field.ts';

/** SQL that answers the label of the bucket a value is in. Lower limits are left out of a bucket, upper ones are in it. */
export function bucketSql(bucket: BucketField, source: RunField): string {
  return bucket.bucketType === 'number' ? ofNumbers(bucket, source) : ofTexts(bucket, source);
}

function ofNumbers(
  { developerName, values, nullTreatedAsZero, otherBucketLabel }: BucketField,
  source: RunField,
): string {
  if (!['int', 'double', 'currency', 'percent'].includes(source.field.type)) {
    throw new ReportError(`${developerName}: ${source.name} is no number`);
  }
  const value = nullTreatedAsZero ? `COALESCE(${source.sql}, 0)` : source.sql;
  const cases = values.map(({ label, from, to }) => {
    const limits = [from === null ? '' : `${value} > ${from}`, to === null ? '' : `${value} <= ${to}`];
    const both = limits.filter((limit) => limit !== '').join(' AND ');
    return `WHEN ${both === '' ? `${value} IS NOT NULL` : both} THEN ${quotedText(label)}`;
  });
  const rest = otherBucketLabel === null ? 'NULL' : quotedText(otherBucketLabel);
  return `(CASE ${cases.join(' ')} WHEN ${value} IS NULL THEN NULL ELSE ${rest} END)`;
}

function ofTexts({ values, otherBucketLabel }: BucketField, source: RunField): string {
  const value = source.nameSql ?? source.sql;
  const cases = values.map(({ label, sourceValues }) => {
    const list = sourceValues.filter((one) => one !== '').map(quotedText);
    const blank = sourceValues.includes('') ? [`${value} IS NULL`] : [];
    const either = [...(list.length === 0 ? [] : [`${value} IN (${list.join(', ')})`]), ...blank].join(' OR ');
    return `WHEN ${either === '' ? '0' : either} THEN ${quotedText(label)}`;
  });
  const rest = otherBucketLabel === null ? value : quotedText(otherBucketLabel);
  return `(CASE ${cases.join(' ')} WHEN ${value} IS NULL THEN NULL ELSE ${rest} END)`;
}

function quotedText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
