import * as React from 'react';

/** Whether the component is still there: what comes back later may find it gone. */
export function useMounted(): Readonly<React.MutableRefObject<boolean>> {
  const mounted = React.useRef(true);
  React.useEffect(() => {
    mounted.current = true;
    return () => { mounted.current = false; };
  }, []);
  return mounted;
}
