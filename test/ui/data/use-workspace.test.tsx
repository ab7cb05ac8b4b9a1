import * as React from 'react';
import { act, render, screen, waitFor } from '@testing-library/react';
import { SWRConfig } from 'swr';
import { AppError } from '../../../src/application';
import type { Services, Workspace } from '../../../src/application';
import { readSeen } from '../../../src/ui/data/seen-workspace';
import { useWorkspaceSource } from '../../../src/ui/data/use-workspace';
import type { WorkspaceState } from '../../../src/ui/data/use-workspace';
import { ServicesProvider } from '../../../src/ui/services';
import { inMemoryServices } from '../../support/in-memory-services';
import type { InMemoryServices } from '../../support/in-memory-services';

let state: WorkspaceState;

const Probe: React.FC = () => {
  state = useWorkspaceSource(undefined, 'plan');
  return <p>{state.board ? state.board.workspace.plan.title : 'nothing'}</p>;
};

function show(services: Services): { unmount: () => void } {
  const cache = { provider: () => new Map() };
  return render(
    <SWRConfig value={cache}>
      <ServicesProvider services={services} host={{ kind: 'sharepoint', shareLink: () => null, openInBrowser: () => undefined }}><Probe /></ServicesProvider>
    </SWRConfig>
  );
}

const shown = (): Promise<HTMLElement> => screen.findByText(/Planeación estratégica/);

/** Keeping it waits until the browser is idle. */
const KEPT = { timeout: 3000 };

/** Lets promises settle while the clock is held. */
async function settle(): Promise<void> {
  await act(async () => { for (let turn = 0; turn < 10; turn += 1) await Promise.resolve(); });
}

describe('the workspace', () => {
  let services: InMemoryServices;
  beforeEach(() => { services = inMemoryServices({ user: 'com' }); });

  /** Somebody opens the plan and leaves once it has been kept. */
  async function seenBefore(): Promise<void> {
    const { unmount } = show(services);
    await shown();
    await waitFor(() => expect(readSeen(services.store, undefined, 'plan')).not.toBeNull(), KEPT);
    unmount();
  }

  it('is read once, in one request, and kept for the next time', async () => {
    show(services);
    expect(screen.getByText('nothing')).toBeInTheDocument();
    await shown();
    await waitFor(() => expect(state.refreshing).toBe(false));
    expect(services.requests).toEqual(['plan.readWorkspace']);
    await waitFor(() => expect(readSeen(services.store, undefined, 'plan')?.plan.code).toBe('2021-2023'), KEPT);
  });

  it('shows at once what was seen before, and refreshes it behind', async () => {
    await seenBefore();
    services.data.plan = { ...services.data.plan, title: 'Planeación estratégica renombrada' };
    show(services);
    expect(screen.getByText('Planeación estratégica 2021 - 2023')).toBeInTheDocument();
    expect(state.refreshing).toBe(true);
    expect(await screen.findByText('Planeación estratégica renombrada')).toBeInTheDocument();
  });

  it.each(['not JSON', '{"version":0,"workspace":{}}', '{"version":1,"workspace":{"plan":{}}}', 'null'])(
    'does not stumble over what it finds in the store: %s', async (kept) => {
      services.store.write('workspace/plan/current', kept);
      show(services);
      expect(screen.getByText('nothing')).toBeInTheDocument();
      await shown();
    }
  );

  it('keeps nothing of a plan too large for the browser, nor what it kept while it was smaller', async () => {
    await seenBefore();
    const { readWorkspace } = services.plan;
    services.plan.readWorkspace = async (...asked) => {
      const workspace = await readWorkspace(...asked);
      return { ...workspace, checkIns: Array.from({ length: 20000 }, () => workspace.checkIns[0]) };
    };
    show(services);
    await waitFor(() => expect(readSeen(services.store, undefined, 'plan')).toBeNull(), KEPT);
    expect(state.board?.workspace.checkIns).toHaveLength(20000);
  });

  it('takes a new workspace after a save without reading again', async () => {
    show(services);
    await shown();
    await waitFor(() => expect(state.refreshing).toBe(false));
    const next: Workspace = { ...(state.board as NonNullable<WorkspaceState['board']>).workspace };
    act(() => state.replace({ ...next, plan: { ...next.plan, title: 'Planeación estratégica guardada' } }));
    expect(await screen.findByText('Planeación estratégica guardada')).toBeInTheDocument();
    expect(services.requests).toEqual(['plan.readWorkspace']);
    await waitFor(() => expect(readSeen(services.store, undefined, 'plan')?.plan.title).toBe('Planeación estratégica guardada'), KEPT);
  });

  it('keeps nothing on the machine of somebody who may no longer see it', async () => {
    await seenBefore();
    services.failNext('plan.readWorkspace', new AppError('noAccess', { status: 403 }));
    show(services);
    expect(await screen.findByText('nothing')).toBeInTheDocument();
    expect(state.error?.kind).toBe('noAccess');
    expect(readSeen(services.store, undefined, 'plan')).toBeNull();
  });

  it('keeps showing what it has when a later reading fails', async () => {
    show(services);
    await shown();
    services.failNext('plan.readWorkspace', new AppError('unavailable', { status: 503 }));
    await act(() => state.refresh());
    expect(state.error?.kind).toBe('unavailable');
    expect(state.board).not.toBeNull();
    await act(() => state.refresh());
    expect(state.error).toBeNull();
  });

  it('turns a fault of ours into an error with its words', async () => {
    show({ ...services, plan: { ...services.plan, readWorkspace: () => Promise.reject(new TypeError('boom')) } });
    await waitFor(() => expect(state.error?.kind).toBe('unexpected'));
    expect(state.error?.details.detail).toBe('boom');
  });

  describe('with the clock held', () => {
    beforeEach(() => { jest.useFakeTimers(); });
    afterEach(() => { jest.useRealTimers(); });

    it('waits as long as SharePoint asks, says until when, and tries again', async () => {
      services.failNext('plan.readWorkspace', new AppError('throttled', { retryAfterSeconds: 12 }));
      show(services);
      await settle();
      expect(state.retryAt).toBe(Date.now() + 12000);
      act(() => { jest.advanceTimersByTime(11000); });
      await settle();
      expect(services.requests).toHaveLength(1);
      act(() => { jest.advanceTimersByTime(1000); });
      await settle();
      expect(services.requests).toHaveLength(2);
      expect(state.retryAt).toBeNull();
      expect(state.board).not.toBeNull();
    });

    it('says that it is slow after four seconds', async () => {
      show({ ...services, plan: { ...services.plan, readWorkspace: () => new Promise(() => undefined) } });
      act(() => { jest.advanceTimersByTime(3900); });
      expect(state.slow).toBe(false);
      act(() => { jest.advanceTimersByTime(200); });
      expect(state.slow).toBe(true);
    });

    it('tries again by itself when there was no answer, and gives up on what waiting does not mend', async () => {
      services.failNext('plan.readWorkspace', new AppError('offline'));
      show(services);
      await settle();
      expect(state.offline).toBe(true);
      act(() => { jest.advanceTimersByTime(15000); });
      await settle();
      expect(state.offline).toBe(false);
      services.failNext('plan.readWorkspace', new AppError('listMissing', { list: 'KeyResults' }));
      await act(() => state.refresh());
      const asked = services.requests.length;
      act(() => { jest.advanceTimersByTime(600000); });
      await settle();
      expect(services.requests).toHaveLength(asked);
    });

    it('reads again when the person comes back, at most once a minute', async () => {
      show(services);
      await settle();
      const focus = async (): Promise<void> => {
        act(() => { window.dispatchEvent(new Event('focus')); });
        act(() => { jest.advanceTimersByTime(10); });
        await settle();
      };
      await focus();
      expect(services.requests).toHaveLength(1);
      act(() => { jest.advanceTimersByTime(61000); });
      await focus();
      expect(services.requests).toHaveLength(2);
      await focus();
      expect(services.requests).toHaveLength(2);
    });
  });
});
