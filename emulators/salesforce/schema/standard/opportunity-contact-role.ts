import { checkbox, lookup, picklist, told } from './fields.ts';
import { auditFields, idField, isDeletedField } from './system-fields.ts';
import { defineStandardObject } from './define.ts';

/** Facts of the platform's own describe. Several roles of an opportunity may be primary here. */
export const OpportunityContactRole = defineStandardObject(
  {
    name: 'OpportunityContactRole',
    label: 'Opportunity Contact Role',
    labelPlural: 'Opportunity Contact Role',
    keyPrefix: '00K',
    sharingModel: 'ControlledByParent',
  },
  [
    idField('Contact Role ID'),
    told(
      lookup(
        'OpportunityId',
        'Opportunity ID',
        ['Opportunity'],
        { up: 'Opportunity', down: 'OpportunityContactRoles', onDelete: 'Cascade' },
        'required',
        'createOnly',
      ),
      { searchPrefilterable: false },
    ),
    told(
      lookup(
        'ContactId',
        'Contact ID',
        ['Contact'],
        { up: 'Contact', down: 'OpportunityContactRoles', onDelete: 'Cascade' },
        'required',
      ),
      { searchPrefilterable: false },
    ),
    picklist(
      'Role',
      'Role',
      40,
      [
        'Business User',
        'Decision Maker',
        'Economic Buyer',
        'Economic Decision Maker',
        'Evaluator',
        'Executive Sponsor',
        'Influencer',
        'Technical Buyer',
        'Other',
      ],
      {},
      'always',
    ),
    checkbox('IsPrimary', 'Primary', 'always'),
    ...auditFields(),
    isDeletedField(),
  ],
);
