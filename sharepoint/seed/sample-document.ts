/** cp1252 positions of the characters outside Latin-1 that Spanish texts use. */
const CP1252: Record<string, number> = {
  '–': 0x96, '—': 0x97, '“': 0x93, '”': 0x94, '‘': 0x91, '’': 0x92, '…': 0x85, '•': 0x95, '€': 0x80
};

const LINE_CHARS = 92;
const PAGE_LINES = 48;

/** A PDF string literal in WinAnsi; what that encoding lacks becomes "?". */
function literal(text: string): string {
  let out = '';
  for (const char of text) {
    const code = CP1252[char] ?? char.charCodeAt(0);
    if (char.length > 1 || code > 0xff) out += '?';
    else if (code < 0x20 || code > 0x7e || '()\\'.includes(char)) out += `\\${code.toString(8).padStart(3, '0')}`;
    else out += char;
  }
  return `(${out})`;
}

function wrap(line: string): string[] {
  const out: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    if (current && current.length + 1 + word.length > LINE_CHARS) {
      out.push(current);
      current = `   ${word}`;
    } else {
      current = current ? `${current} ${word}` : word;
    }
  }
  return [...out, current];
}

function pageContent(title: string | null, lines: string[]): string {
  const head = title === null ? '' : `/F1 15 Tf ${literal(title)} Tj 0 -26 Td\n`;
  return `BT 56 786 Td 14.5 TL\n${head}/F1 10 Tf\n${lines.map((line) => `${literal(line)} Tj T*`).join('\n')}\nET`;
}

/**
 * A small PDF (A4, Helvetica) for the sample library: a title and lines of text, wrapped and paged.
 * @returns the file's bytes; the same input always gives the same bytes
 */
export function samplePdf(title: string, lines: readonly string[]): Uint8Array {
  const wrapped = lines.flatMap((line) => wrap(line));
  const pages: string[] = [];
  for (let i = 0; i === 0 || i < wrapped.length; i += PAGE_LINES) {
    pages.push(pageContent(i === 0 ? title : null, wrapped.slice(i, i + PAGE_LINES)));
  }
  const pageIds = pages.map((_, i) => 4 + i * 2);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (es-CO) >>',
    `<< /Type /Pages /Kids [${pageIds.map((id) => `${id} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((content, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${pageIds[i] + 1} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`
    ])
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const xref = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  // Every character is ASCII (the rest is escaped), so lengths and offsets in characters are lengths in bytes.
  const text = `${body}${xref}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}
