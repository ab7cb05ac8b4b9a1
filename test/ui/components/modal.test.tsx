import * as React from 'react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Button } from '../../../src/ui/components/button/button';
import { Dialog } from '../../../src/ui/components/dialog/dialog';
import { Panel } from '../../../src/ui/components/panel/panel';

const Opener: React.FC<{ onClose: () => void; dialog?: boolean }> = ({ onClose, dialog }) => {
  const [open, setOpen] = React.useState(false);
  const first = React.useRef<HTMLInputElement>(null);
  const close = (): void => {
    onClose();
    setOpen(false);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>Abrir</Button>
      {open && (dialog
        ? <Dialog title="¿Cuál vale?" onClose={close} initialFocus={first} actions={<Button onClick={close}>Conservar la mía</Button>}><input ref={first} aria-label="Valor" /></Dialog>
        : <Panel title="Reportar" onClose={close} initialFocus={first} foot={<Button kind="primary">Guardar</Button>}><input ref={first} aria-label="Valor" /></Panel>)}
    </>
  );
};

describe.each([['a panel', false, 'Reportar'], ['a dialog', true, '¿Cuál vale?']])('%s', (_what, dialog, name) => {
  it('takes the focus where it is told to, and gives it back', async () => {
    const onClose = jest.fn();
    render(<Opener onClose={onClose} dialog={dialog} />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Abrir' }));
    expect(screen.getByRole('dialog', { name })).toHaveAttribute('aria-modal', 'true');
    expect(screen.getByRole('textbox', { name: 'Valor' })).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByRole('button', { name: 'Abrir' })).toHaveFocus();
  });
});

it('a panel closes by its button', async () => {
  const onClose = jest.fn();
  render(<Opener onClose={onClose} />);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Abrir' }));
  await user.click(screen.getByRole('button', { name: 'Cerrar' }));
  expect(onClose).toHaveBeenCalledTimes(1);
});

it('an unavailable button stays within reach and does nothing', async () => {
  const onClick = jest.fn();
  render(<Button unavailable onClick={onClick}>Cerrar 2023-T3</Button>);
  const user = userEvent.setup();
  await user.tab();
  expect(screen.getByRole('button')).toHaveFocus();
  await user.keyboard('{Enter}');
  await user.click(screen.getByRole('button'));
  expect(onClick).not.toHaveBeenCalled();
  expect(screen.getByRole('button')).toHaveAttribute('aria-disabled', 'true');
});
