import { without } from '../without.ts';
import type { DimensionName, Sheet } from '../entities.ts';
import { invalidArgument } from '../errors.ts';
import { DimensionGroup, DimensionRange } from '../wire/messages.ts';
import { message, string } from '../wire/proto.ts';
import { findLines } from './lines.ts';
import { kind, required, updateMask } from './kind.ts';

export const addDimensionGroup = kind(
  message('AddDimensionGroupRequest', { range: DimensionRange }),
  (change, request) => {
    const { sheet, dimension, start, end } = findLines(change, request.range);
    const groups = groupsOf(sheet, dimension);
    const around = groups.filter((group) => startOf(group) <= start && endOf(group) >= end);
    const within = groups.filter((group) => startOf(group) >= start && endOf(group) <= end && !around.includes(group));
    const range = {
      ...(sheet.sheetId !== 0 && { sheetId: sheet.sheetId }),
      dimension,
      startIndex: start,
      endIndex: end,
    };
    const next = groups.map((group) => (within.includes(group) ? { ...group, depth: (group.depth ?? 1) + 1 } : group));
    next.push({ range, depth: around.length + 1 });
    keepGroups(sheet, dimension, next);
    const control = dimension === 'ROWS' ? 'rowGroupControlAfter' : 'columnGroupControlAfter';
    sheet.properties = {
      ...sheet.properties,
      gridProperties: { ...sheet.properties.gridProperties, [control]: true },
    };
    return { dimensionGroups: groupsOf(sheet, dimension) };
  },
);

export const deleteDimensionGroup = kind(
  message('DeleteDimensionGroupRequest', { range: DimensionRange }),
  (change, request) => {
    const { sheet, dimension, start, end } = findLines(change, request.range);
    const groups = groupsOf(sheet, dimension);
    const exact = groups.filter((group) => startOf(group) === start && endOf(group) === end);
    const [gone] = exact.sort((one, other) => (other.depth ?? 1) - (one.depth ?? 1));
    if (gone === undefined) {
      throw invalidArgument(`There is no group over ${dimension} ${String(start)} to ${String(end)}.`);
    }
    const rest = groups.filter((group) => group !== gone);
    const next = rest.map((group) =>
      startOf(group) >= start && endOf(group) <= end ? { ...group, depth: Math.max(1, (group.depth ?? 1) - 1) } : group,
    );
    keepGroups(sheet, dimension, next);
    return next.length > 0 ? { dimensionGroups: next } : {};
  },
);

export const updateDimensionGroup = kind(
  message('UpdateDimensionGroupRequest', { dimensionGroup: DimensionGroup, fields: string }),
  (change, request) => {
    const given = required(request.dimensionGroup, 'dimensionGroup');
    const mask = updateMask(request.fields, DimensionGroup);
    const { sheet, dimension, start, end } = findLines(change, given.range);
    const groups = groupsOf(sheet, dimension);
    const isMeant = (group: DimensionGroup): boolean =>
      startOf(group) === start && endOf(group) === end && (group.depth ?? 1) === (given.depth ?? 1);
    if (!groups.some(isMeant)) {
      throw invalidArgument(`There is no group over ${dimension} ${String(start)} to ${String(end)}.`);
    }
    // Only whether it is collapsed can be changed; range and depth say which group it is.
    const collapsed = mask.size === 0 || mask.has('collapsed') ? given.collapsed === true : undefined;
    const next = groups.map((group) => {
      if (!isMeant(group) || collapsed === undefined) return group;
      return { ...without(group, 'collapsed'), ...(collapsed && { collapsed }) };
    });
    keepGroups(sheet, dimension, next);
    return undefined;
  },
);

function groupsOf(sheet: Sheet, dimension: DimensionName): DimensionGroup[] {
  return dimension === 'ROWS' ? sheet.rowGroups : sheet.columnGroups;
}

function keepGroups(sheet: Sheet, dimension: DimensionName, groups: DimensionGroup[]): void {
  const sorted = groups.toSorted(
    (one, other) => startOf(one) - startOf(other) || (one.depth ?? 1) - (other.depth ?? 1),
  );
  if (dimension === 'ROWS') sheet.rowGroups = sorted;
  else sheet.columnGroups = sorted;
}

function startOf(group: DimensionGroup): number {
  return group.range?.startIndex ?? 0;
}

function endOf(group: DimensionGroup): number {
  return group.range?.endIndex ?? 0;
}
