/** What the tab "Read me" tells the people who use the spreadsheet. */
export const README_LINES: readonly string[] = [
  'Groundwork keeps these tabs and Salesforce the same. It looks every few seconds, at the sheet and at Salesforce.',
  'Backlog has a row for each open request, Closed one for each that is done, withdrawn or declined; rows move by themselves.',
  'New requests are filed in Salesforce. A row typed here by hand is not taken over.',
  'These columns may be edited here: rank, priority and its reason, the triage scores, the complexity override and its reason, effort points, triage notes, next steps with owner and due date, IE, TPM, target start and completion. All others belong to Salesforce and are put back.',
  'People are named by their e-mail address, or by their name as Salesforce has it. Dates are written as dates.',
  'Ranks have no gaps: whoever takes a place moves the others. Of two rows that ask for the same place, the one that stood higher gets it.',
  'Last synced says when the service last wrote to a row, in UTC; what nobody changed is not written again.',
  'What Salesforce refuses is put back, with a note on the cell that says why, and a line in Sync issues.',
  'When a cell changed here and in Salesforce at once, Salesforce wins; what was typed here is kept in Sync issues.',
  'Rows and columns may be sorted, filtered, moved, renamed, coloured; columns of your own are left alone and follow a row to Closed.',
  'Edits reach Salesforce in the name of the service: Google does not tell it who typed.',
];
