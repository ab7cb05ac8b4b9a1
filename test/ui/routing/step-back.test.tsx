import * as React from 'react';
import { act, render } from '@testing-library/react';
import { RouterProvider, stepBack, useRouter } from '../../../src/ui/routing';
import type { Router } from '../../../src/ui/routing';

let router: Router;

const Probe: React.FC = () => {
  router = useRouter();
  return null;
};

function open(): void {
  window.history.replaceState(null, '', '/');
  const root = React.createRef<HTMLDivElement>();
  render(<RouterProvider initialRoute={null} home="myResults" plan={{ current: '2021-2023' }} root={root}><div ref={root}><Probe /></div></RouterProvider>);
}

/** Waits for the browser to have gone back. */
function wentBack(): Promise<void> {
  return new Promise((resolve) => window.addEventListener('popstate', () => resolve(), { once: true }));
}

describe('the host\'s own back button', () => {
  it('is the host\'s while there is no step of ours to take back', () => {
    open();
    expect(stepBack()).toBe(false);
    act(() => router.setParams({ luz: 'rojo' }, { replace: true }));
    expect(stepBack()).toBe(false);
  });

  it('takes back our steps one by one, then leaves it to the host', async () => {
    open();
    act(() => router.navigate('2021-2023/kr/OE1-OT2-R5'));
    act(() => router.openOver({ reportar: 'OE1-OT2-R5' }));
    for (const page of ['keyResult', 'myResults']) {
      await act(async () => {
        const gone = wentBack();
        expect(stepBack()).toBe(true);
        await gone;
      });
      expect(router.route.page).toBe(page);
      expect(router.route.params.reportar).toBeUndefined();
    }
    expect(stepBack()).toBe(false);
  });
});
