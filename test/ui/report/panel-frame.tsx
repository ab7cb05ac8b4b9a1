import * as React from 'react';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { UserEvent } from '@testing-library/user-event';
import { makeBoard } from '../../../src/application/board';
import type { Board } from '../../../src/application/board';
import type { CheckIn } from '../../../src/domain';
import ReportPanel from '../../../src/ui/features/report';
import type { ReportPanelProps } from '../../../src/ui/features/report';
import { ServicesProvider } from '../../../src/ui/services';
import { inMemoryServices } from '../../support/in-memory-services';
import type { InMemoryServices } from '../../support/in-memory-services';

export type Saved = Parameters<ReportPanelProps['onSaved']>[0];

export interface PanelFrame {
  readonly services: InMemoryServices;
  readonly user: UserEvent;
  readonly board: () => Board;
  readonly saved: readonly Saved[];
  readonly closed: () => number;
  /** Opens the panel once more, as after closing the tab: nothing but the browser's storage remains. */
  reopen(): void;
  /** Reads the lists again behind the open panel. */
  refresh(): Promise<void>;
}

export interface PanelOptions {
  readonly keyResult: string;
  readonly as?: string;
  readonly services?: InMemoryServices;
  readonly process?: string;
  /** Id of the report to correct. */
  readonly correct?: number;
  readonly user?: UserEvent;
}

// Two cores shared with a browser and a build.
jest.setTimeout(30000);

const bridge = { kind: 'teams' as const, shareLink: () => null, openInBrowser: () => undefined };

/** The panel in the frame the shell gives it, over the sample plan. */
export async function openPanel(options: PanelOptions): Promise<PanelFrame> {
  const services = options.services ?? inMemoryServices({ user: options.as ?? 'coop' });
  const read = async (): Promise<Board> => makeBoard(await services.plan.readWorkspace(services.now()), services.now());
  let board = await read();
  let checkIn: CheckIn | undefined = board.workspace.checkIns.find(({ id }) => id === options.correct);
  const saved: Saved[] = [];
  let closings = 0;
  const element = (): React.ReactElement => (
    <ServicesProvider services={services} host={bridge}>
      <ReportPanel
        board={board}
        keyResult={options.keyResult}
        process={options.process ?? null}
        checkIn={checkIn}
        onClose={() => { closings += 1; }}
        onSaved={(result) => { saved.push(result); }}
      />
    </ServicesProvider>
  );
  let view = render(element());
  return {
    services,
    user: options.user ?? userEvent.setup({ delay: null }),
    board: () => board,
    saved,
    closed: () => closings,
    reopen: () => {
      view.unmount();
      checkIn = board.workspace.checkIns.find(({ id }) => id === options.correct);
      view = render(element());
    },
    refresh: async () => {
      board = await read();
      view.rerender(element());
    }
  };
}

// The fields, by the names a person knows them by. By label where that is enough: asking every element for its role takes long.
export const value = (): HTMLInputElement => screen.getByLabelText(/^¿(Cuánto aportas|En cuánto va)/);
export const narrative = (): HTMLElement => screen.getByLabelText('¿Qué se logró?');
export const obstacles = (): HTMLElement => screen.getByLabelText('Obstáculos');
export const nextStep = (): HTMLElement => screen.getByLabelText('Próximo paso');
export const confidence = (name: RegExp): HTMLElement => (
  within(screen.getByLabelText(/^¿Qué tan probable/)).getByRole('radio', { name })
);
export const preview = (): HTMLElement => screen.getByRole('group', { name: 'Cómo queda el resultado' });
export const saveButton = (): HTMLElement => screen.getByText(/^(Guardar (reporte|corrección)|Guardando…)$/, { selector: 'button' });
/** The panel's text with hard spaces as ordinary ones. */
export const said = (element: HTMLElement): string => (element.textContent ?? '').replace(/\s+/g, ' ');

/** Writes as somebody who pastes: a keystroke at a time only where the keystrokes matter. */
export async function write(user: UserEvent, field: HTMLElement, words: string): Promise<void> {
  await user.click(field);
  await user.paste(words);
}

/** What every report needs beside its figure. */
export async function fillWords(user: UserEvent): Promise<void> {
  await user.click(confidence(/Media/));
  await write(user, narrative(), 'Se firmaron dos convenios.');
  await write(user, obstacles(), 'La banca multilateral pidió ajustes.');
}
