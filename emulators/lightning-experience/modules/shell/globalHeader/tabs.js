/** The entries of the navigation bar that this person may open, with where they lead and which of them is shown. */
export function toTabs(navigation, view) {
  return navigation.flatMap((item) => {
    if (item.kind === 'home') return [toTab('Home', '/lightning/page/home', view.type === 'home')];
    if (item.kind === 'page') {
      return [toTab(item.label, `/lightning/n/${item.name}`, view.type === 'tab' && view.name === item.name)];
    }
    return [toTab(item.label, `/lightning/o/${item.object}/list`, view.object === item.object)];
  });
}

function toTab(label, url, active) {
  return {
    label,
    url,
    current: active ? 'page' : null,
    style: active ? 'slds-context-bar__item slds-is-active' : 'slds-context-bar__item',
  };
}
