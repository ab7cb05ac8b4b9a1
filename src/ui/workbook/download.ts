/** Long enough for a slow disk to have taken the file; the address is freed then. */
const KEEP_ADDRESS_MS = 60000;

/** Hands a file to the browser's downloads. */
export function download(blob: Blob, fileName: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.style.display = 'none';
  document.body.appendChild(link);
  link.click();
  document.body.removeChild(link);
  window.setTimeout(() => URL.revokeObjectURL(address), KEEP_ADDRESS_MS);
}
