// The site's time zone is Bogotá's: five hours behind UTC, all year.
const ZONE = '-05:00';
const day = new Intl.DateTimeFormat('es-CO', { timeZone: 'America/Bogota', day: 'numeric', month: 'numeric', year: 'numeric' });
const moment = new Intl.DateTimeFormat('es-CO', {
  timeZone: 'America/Bogota', day: 'numeric', month: 'numeric', year: 'numeric', hour: 'numeric', minute: '2-digit', hour12: false
});

/** @param stamp ISO */
export function formatDate(stamp: string, withTime: boolean): string {
  return (withTime ? moment : day).format(new Date(stamp));
}

/** ISO → the value of a date or datetime-local input, on the site's clock. */
export function toInput(stamp: string, withTime: boolean): string {
  const local = new Date(Date.parse(stamp) - 5 * 60 * 60 * 1000).toISOString();
  return local.slice(0, withTime ? 16 : 10);
}

/** The value of a date or datetime-local input → ISO. */
export function fromInput(value: string): string {
  const text = value.length === 10 ? `${value}T00:00` : value;
  return new Date(`${text}:00${ZONE}`).toISOString().replace('.000Z', 'Z');
}
