const NUMBERS = ['Currency', 'Double', 'Int', 'Percent'];

/** Values of a page reference, which are all text, as the fields hold them; what may not be created is left out. */
export function typedDefaults(values, info) {
  const known = Object.entries(values).filter(([name]) => info.fields[name]?.createable);
  return Object.fromEntries(known.map(([name, text]) => [name, typed(info.fields[name].dataType, text)]));
}

function typed(dataType, text) {
  if (dataType === 'Boolean') return text === 'true';
  return NUMBERS.includes(dataType) ? Number(text) : text;
}
