import { formatRoute, parseRoute, queryWithRoute, routeInQuery } from '../../../src/ui/routing';

describe('routes', () => {
  it.each([
    ['2021-2023/mis-resultados', 'myResults', null],
    ['2021-2023', 'myResults', null],
    ['', 'myResults', null],
    ['2021-2023/matriz', 'matrix', null],
    ['2021-2023/kr/OE1-OT2-R5', 'keyResult', 'OE1-OT2-R5'],
    ['2021-2023/kr', 'unknown', null],
    ['2021-2023/tablero/2021-T4', 'dashboard', null],
    ['2021-2023/mantenimiento/revision', 'maintenance', null],
    ['2021-2023/matriz/otra', 'unknown', null],
    ['2021-2023/tableros', 'unknown', null],
    ['2021-2023/kr/OE1-OT2-R5/más', 'unknown', null]
  ])('«%s» is the page %s', (text, page, keyResult) => expect(parseRoute(text)).toMatchObject({ page, keyResult }));

  it('comes back as it was written', () => {
    const text = '2021-2023/mis-resultados?luz=rojo%2Camarillo&q=bono';
    expect(formatRoute(parseRoute(text), 'x')).toBe(text);
    expect(formatRoute(parseRoute(null), '2021-2023')).toBe('2021-2023/mis-resultados');
    expect(formatRoute(parseRoute('2021-2023/tablero/2021-T4'), 'x')).toBe('2021-2023/tablero/2021-T4');
  });

  it('is the web part\'s own first page where it names none', () => {
    expect(parseRoute('2021-2023', 'dashboard')).toMatchObject({ plan: '2021-2023', page: 'dashboard', part: null });
    expect(parseRoute('2021-2023/tablero/2021-T4')).toMatchObject({ page: 'dashboard', part: '2021-T4' });
  });

  it('stands in the page\'s address beside the page\'s own parameters', () => {
    const query = queryWithRoute('?Mode=Edit&okr=old&okr-luz=verde', '2021-2023/mis-resultados?luz=rojo,amarillo');
    expect(query).toBe('?Mode=Edit&okr=2021-2023/mis-resultados&okr-luz=rojo,amarillo');
    expect(parseRoute(routeInQuery(query))).toMatchObject({ page: 'myResults', params: { luz: 'rojo,amarillo' } });
    expect(routeInQuery('?Mode=Edit')).toBeNull();
  });
});
