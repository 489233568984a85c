import { toDeveloperMetadata } from '../answers/developer-metadata.ts';
import { invalidArgument } from '../errors.ts';
import { findMetadata, toPlace } from '../metadata.ts';
import { newId } from '../store.ts';
import { applyFields } from '../wire/field-mask.ts';
import { DataFilter, DeveloperMetadata } from '../wire/messages.ts';
import { message, repeated, string } from '../wire/proto.ts';
import { kind, required, updateMask } from './kind.ts';

export const createDeveloperMetadata = kind(
  message('CreateDeveloperMetadataRequest', { developerMetadata: DeveloperMetadata }),
  ({ draft }, request) => {
    const given = required(request.developerMetadata, 'developerMetadata');
    const metadataId = given.metadataId ?? newId(draft.metadata.map((one) => one.metadataId));
    if (draft.metadata.some((one) => one.metadataId === metadataId)) {
      throw invalidArgument(
        `Cannot add developer metadata with ID [${String(metadataId)}] because developer metadata with that ID already exists.`,
      );
    }
    const metadata = {
      metadataId,
      metadataKey: required(given.metadataKey, 'developerMetadata.metadataKey'),
      ...(given.metadataValue !== undefined && { metadataValue: given.metadataValue }),
      visibility: required(given.visibility, 'developerMetadata.visibility'),
      place: toPlace(draft, required(given.location, 'developerMetadata.location')),
    };
    draft.metadata.push(metadata);
    return { developerMetadata: toDeveloperMetadata(metadata) };
  },
);

export const updateDeveloperMetadata = kind(
  message('UpdateDeveloperMetadataRequest', {
    dataFilters: repeated(DataFilter),
    developerMetadata: DeveloperMetadata,
    fields: string,
  }),
  ({ draft }, request) => {
    const given = required(request.developerMetadata, 'developerMetadata');
    const mask = updateMask(request.fields, DeveloperMetadata);
    const found = new Set((request.dataFilters ?? []).flatMap((filter) => findMetadata(draft, filter)));
    const updated: object[] = [];
    draft.metadata = draft.metadata.map((metadata) => {
      if (!found.has(metadata)) return metadata;
      const told = applyFields(toDeveloperMetadata(metadata), given, mask);
      const next = {
        ...metadata,
        metadataKey: told.metadataKey ?? metadata.metadataKey,
        ...(told.metadataValue !== undefined && { metadataValue: told.metadataValue }),
        visibility: told.visibility ?? metadata.visibility,
        place: toPlace(draft, required(told.location, 'developerMetadata.location')),
      };
      updated.push(toDeveloperMetadata(next));
      return next;
    });
    return { developerMetadata: updated };
  },
);

export const deleteDeveloperMetadata = kind(
  message('DeleteDeveloperMetadataRequest', { dataFilter: DataFilter }),
  ({ draft }, request) => {
    const found = findMetadata(draft, required(request.dataFilter, 'dataFilter'));
    draft.metadata = draft.metadata.filter((one) => !found.includes(one));
    return { deletedDeveloperMetadata: found.map(toDeveloperMetadata) };
  },
);
