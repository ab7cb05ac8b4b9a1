import * as React from 'react';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { Toast } from '../../../src/ui/components/toast/toast';

beforeEach(() => { jest.useFakeTimers(); });
afterEach(() => { jest.useRealTimers(); });
const pass = (seconds: number): void => { act(() => { jest.advanceTimersByTime(seconds * 1000); }); };

describe('a toast', () => {
  it('is said in a region that was there before it', () => {
    const onDismiss = jest.fn();
    const { rerender } = render(<Toast message={null} onDismiss={onDismiss} />);
    const region = screen.getByRole('status');
    rerender(<Toast message={{ key: 1, text: 'Enlace copiado.' }} onDismiss={onDismiss} />);
    expect(region).toHaveTextContent('Enlace copiado.');
  });

  it('goes by itself; with an action it stays longer, and while somebody is on it', () => {
    const onDismiss = jest.fn();
    const run = jest.fn();
    const { rerender } = render(<Toast message={{ key: 1, text: 'Enlace copiado.' }} onDismiss={onDismiss} />);
    pass(8);
    expect(onDismiss).toHaveBeenCalledTimes(1);
    rerender(<Toast message={{ key: 2, text: 'Reporte guardado.', action: { label: 'Deshacer', run } }} onDismiss={onDismiss} />);
    pass(20);
    fireEvent.mouseEnter(screen.getByText('Reporte guardado.').parentElement as HTMLElement);
    pass(60);
    expect(onDismiss).toHaveBeenCalledTimes(1);
    fireEvent.mouseLeave(screen.getByText('Reporte guardado.').parentElement as HTMLElement);
    pass(30);
    expect(onDismiss).toHaveBeenCalledTimes(2);
    fireEvent.click(screen.getByRole('button', { name: 'Deshacer' }));
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('gives the focus back to where it came from, and to the page when that is gone', () => {
    const Page: React.FC<{ there: boolean }> = ({ there }) => (
      <div tabIndex={-1} data-main="">
        {there && <button type="button">Reparar</button>}
        <Toast message={{ key: 1, text: 'Reparado.', action: { label: 'Deshacer', run: jest.fn() } }} onDismiss={jest.fn()} />
      </div>
    );
    const { rerender, container } = render(<Page there />);
    const before = screen.getByRole('button', { name: 'Reparar' });
    before.focus();
    screen.getByRole('button', { name: 'Deshacer' }).focus();
    fireEvent.click(screen.getByRole('button', { name: 'Deshacer' }));
    expect(before).toHaveFocus();
    screen.getByRole('button', { name: 'Cerrar' }).focus();
    rerender(<Page there={false} />);
    fireEvent.click(screen.getByRole('button', { name: 'Cerrar' }));
    expect(container.firstElementChild).toHaveFocus();
  });
});
