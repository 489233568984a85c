/**
 * The fields of a record that paths like `Opportunity.Account.Name` name, as a kept answer selects them: field → null, or
 * for a looked-up record what is selected of it.
 */
export function toSelection(paths) {
  const selection = {};
  for (const path of paths) {
    const [, ...names] = path.split('.');
    const last = names.pop();
    let within = selection;
    for (const name of names) {
      within[name] ??= { selection: {} };
      within = within[name].selection;
    }
    within[last] ??= null;
  }
  return selection;
}
