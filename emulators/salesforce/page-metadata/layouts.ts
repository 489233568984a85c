import { z } from 'zod';
import { readComponent, xmlList, type MetadataFile } from '../schema/index.ts';

/** A page layout as far as pages ask for it. */
export interface Layout {
  /** `Implementation_Request__c-Implementation Request Layout` */
  name: string;
  sections: LayoutSection[];
}

export interface LayoutSection {
  label: string;
  /** From left to right, each from top to bottom; a blank space is an item without a field. */
  columns: LayoutItem[][];
}

export interface LayoutItem {
  field: string | undefined;
  behavior: 'Edit' | 'Required' | 'Readonly';
}

const Item = z.looseObject({
  field: z.string().optional(),
  behavior: z.enum(['Edit', 'Required', 'Readonly']).default('Edit'),
});
const Column = z.union([
  z.looseObject({ layoutItems: xmlList(Item) }),
  z.literal('').transform(() => ({ layoutItems: [] })),
]);
const LayoutXml = z.looseObject({
  layoutSections: xmlList(z.looseObject({ label: z.string().default(''), layoutColumns: xmlList(Column) })),
});

export function readLayout(file: MetadataFile): Layout {
  const { layoutSections } = readComponent(file, 'Layout', LayoutXml);
  const sections = layoutSections.map(({ label, layoutColumns }) => ({
    label,
    columns: layoutColumns.map(({ layoutItems }) =>
      layoutItems.map(({ field, behavior }): LayoutItem => ({ field, behavior })),
    ),
  }));
  return { name: decodeURIComponent(file.name), sections: sections.filter(hasFields) };
}

// Custom links and the like are sections without fields.
function hasFields({ columns }: LayoutSection): boolean {
  return columns.some((column) => column.some(({ field }) => field !== undefined));
}
