import type { Html } from '../html';
import { html } from '../html';

/**
 * Boot script that shifts the page's clock to the site's, which then runs on; the sample's dates need it.
 * `new Date()` and `Date.now()` give the site's time, everything else of `Date` is the browser's own.
 * @param now the site's time
 */
export function clockScript(now: Date, nonce: string): Html {
  const offset = now.getTime() - Date.now();
  return html`<script nonce="${nonce}">
(function (Real, offset) {
  var now = function () { return Real.now() + offset; };
  var Shifted = new Proxy(Real, {
    apply: function () { return new Real(now()).toString(); },
    construct: function (target, args, newTarget) { return Reflect.construct(target, args.length ? args : [now()], newTarget); },
    get: function (target, key, receiver) { return key === 'now' ? now : Reflect.get(target, key, receiver); }
  });
  Real.prototype.constructor = Shifted;
  window.Date = Shifted;
})(Date, ${offset});
</script>`;
}

/** `5 oct 2023`, on Bogotá's calendar. */
export function clockText(now: Date): string {
  const parts = new Intl.DateTimeFormat('es-CO', { timeZone: 'America/Bogota', day: 'numeric', month: 'short', year: 'numeric' }).formatToParts(now);
  const part = (type: string): string => (parts.find((one) => one.type === type)?.value ?? '').replace('.', '');
  return `${part('day')} ${part('month')} ${part('year')}`;
}
