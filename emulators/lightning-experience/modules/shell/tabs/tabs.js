import { api, LightningElement } from 'lwc';

const STANDARD_TITLES = {
  'Standard.Tab.detail': 'Details',
  'Standard.Tab.details': 'Details',
  'Standard.Tab.relatedLists': 'Related',
  'Standard.Tab.activity': 'Activity',
  'Standard.Tab.collaborate': 'Chatter',
};

/** The tabs of a page. Each holds whatever its body facet holds. */
export default class Tabs extends LightningElement {
  @api item;
  @api recordId;
  @api objectApiName;
  @api scope;

  get tabs() {
    return this.item.facets.tabs.map(({ id, properties, facets }) => ({
      id,
      label: STANDARD_TITLES[properties.title] ?? properties.title,
      items: facets.body ?? [],
    }));
  }

  get activeTab() {
    return this.item.facets.tabs.find(({ properties }) => properties.active === 'true')?.id;
  }
}
