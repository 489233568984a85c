import { api, LightningElement } from 'lwc';

const LOOKS = 6;

/** Bars with their values in words, so that nothing is told by colour or length alone. */
export default class ReportBars extends LightningElement {
  /** As `toBars` of `shell/reportView` makes them. */
  @api series;

  get lists() {
    return this.series.map(({ key, label, bars }) => {
      // A part has the same colour in every bar, though a bar may lack parts.
      const names = [...new Set(bars.flatMap(({ parts }) => parts.map((part) => part.label)))];
      return {
        key,
        label,
        bars: bars.map((bar) => ({ ...bar, pieces: toPieces(bar, names), words: toWords(bar) })),
      };
    });
  }
}

function toPieces({ key, share, parts }, names) {
  const pieces = parts.length > 0 ? parts : [{ key, share, label: '', text: '' }];
  return pieces.map((piece) => ({
    key: piece.key,
    look: `piece look-${Math.max(names.indexOf(piece.label), 0) % LOOKS}`,
    size: `width: ${piece.share}%`,
    title: parts.length > 0 ? `${piece.label}: ${piece.text}` : null,
  }));
}

function toWords({ parts }) {
  const told = parts.filter(({ value }) => value !== 0);
  return told.map(({ label, text }) => `${label}: ${text}`).join(' · ');
}
