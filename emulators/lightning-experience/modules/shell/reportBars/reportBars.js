import { api, LightningElement } from 'lwc';

const LOOKS = 6;

/** Bars with their values in words, so that nothing is told by colour or length alone. */
export default class ReportBars extends LightningElement {
  /** As `toBars` of `shell/reportView` makes them. */
  @api series;

  get lists() {
    return this.series.map(({ key, label, bars }) => ({
      key,
      label,
      bars: bars.map((bar) => ({ ...bar, pieces: toPieces(bar), words: toWords(bar) })),
    }));
  }
}

function toPieces({ key, share, parts }) {
  const pieces = parts.length > 0 ? parts : [{ key, share, label: '', text: '' }];
  return pieces.map((piece, index) => ({
    key: piece.key,
    look: `piece look-${index % LOOKS}`,
    size: `width: ${piece.share}%`,
    title: parts.length > 0 ? `${piece.label}: ${piece.text}` : null,
  }));
}

function toWords({ parts }) {
  const told = parts.filter(({ value }) => value !== 0);
  return told.map(({ label, text }) => `${label}: ${text}`).join(' · ');
}
