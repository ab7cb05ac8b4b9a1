import * as React from 'react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AppError } from '../../../src/application';
import type { AppErrorKind } from '../../../src/application';
import { ErrorBoundary } from '../../../src/ui/components/error-boundary/error-boundary';
import { describeError } from '../../../src/ui/components/error-state/describe-error';
import { LIGHTS, Light } from '../../../src/ui/components/light/light';
import { Sparkline } from '../../../src/ui/components/sparkline/sparkline';

describe('a light', () => {
  it('is a shape and a word, each of its own', () => {
    const { container } = render(<>{LIGHTS.map((light) => <Light key={light} light={light} />)}</>);
    expect(Array.from(container.children, (element) => element.textContent)).toEqual(
      ['En camino', 'En riesgo', 'Atrasado', 'Desactualizado', 'Cumplido', 'Sin meta', 'Sin dato']
    );
    const shapes = Array.from(container.querySelectorAll('svg'), (svg) => svg.innerHTML);
    expect(new Set(shapes).size).toBe(7);
  });

  it('carries another word where severity is meant', () => {
    render(<Light light="rojo" word="Devuelto" />);
    expect(screen.getByText('Devuelto')).toBeInTheDocument();
  });
});

describe('errors in words', () => {
  const KINDS: readonly AppErrorKind[] = [
    'noAccess', 'listsMissing', 'listMissing', 'columnMissing', 'throttled', 'offline', 'unavailable', 'conflict', 'gone', 'duplicate', 'refused',
    'quarterClosed', 'planOver', 'unexpected'
  ];

  it('each has a sentence of its own, with nothing left unfilled', () => {
    const sentences = KINDS.map((kind) => describeError(new AppError(kind, { list: 'KeyResults', column: 'Target', plan: '2024-2027' })));
    expect(new Set(sentences).size).toBe(KINDS.length);
    expect(sentences.filter((sentence) => /[{}]|undefined/.test(sentence))).toEqual([]);
  });

  it('a fault of ours is not blamed on anybody', () => {
    expect(describeError(new TypeError('x is undefined'))).toMatch(/^Algo salió mal/);
  });

  it('a fault in one part leaves the rest standing, and can be tried again', async () => {
    let broken = true;
    const Part: React.FC = () => {
      if (broken) throw new Error('boom');
      return <p>bien</p>;
    };
    const silent = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    render(<><p>lo demás</p><ErrorBoundary><Part /></ErrorBoundary></>);
    silent.mockRestore();
    expect(screen.getByText('lo demás')).toBeInTheDocument();
    expect(screen.getByRole('alert')).toHaveTextContent('Detalle técnico: boom');
    broken = false;
    await userEvent.setup().click(screen.getByRole('button', { name: 'Reintentar' }));
    expect(screen.getByText('bien')).toBeInTheDocument();
  });
});

describe('a sparkline', () => {
  const line = (trail: readonly (number | null)[]): string => {
    const { container } = render(<Sparkline trail={trail} length={13} expected={0.9} />);
    return container.innerHTML;
  };

  it('skips what has no data, and never leaves the picture', () => {
    expect(line([null, 0.1, null, 0.5])).not.toMatch(/NaN|null/);
    expect(line([null, 2.4, -1])).not.toMatch(/NaN/);
    expect(line([])).not.toMatch(/NaN|circle/);
    expect(line([null])).not.toMatch(/circle/);
    expect(line([0.5])).toMatch(/circle/);
  });
});
