/** SQL of the ids of a public group or queue and of everybody in it, directly or through other groups. */
export function membersSql(groupSql: string): string {
  return `WITH RECURSIVE m(Id) AS (SELECT ${groupSql} UNION SELECT g."UserOrGroupId" FROM "GroupMember" g JOIN m ON g."GroupId" = m.Id) SELECT Id FROM m`;
}
