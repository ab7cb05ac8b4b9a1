import * as React from 'react';

let made = 0;

/** Ids for the fields of one form: there may be several web parts, so several forms, on a page. */
export function useIds(prefix: string): (name: string) => string {
  const [base] = React.useState(() => {
    made += 1;
    return `${prefix}-${made}`;
  });
  return React.useCallback((name: string) => `${base}-${name}`, [base]);
}
