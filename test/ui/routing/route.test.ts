import { formatRoute, parseRoute, queryWithRoute, routeInQuery } from '../../../src/ui/routing';

describe('routes', () => {
  it.each([
    ['2021-2023/mis-resultados', 'myResults', null],
    ['2021-2023', 'myResults', null],
    ['', 'myResults', null],
    ['2021-2023/matriz', 'matrix', null],
    ['2021-2023/kr/OE1-OT2-R5', 'keyResult', 'OE1-OT2-R5'],
    ['2021-2023/kr', 'unknown', null],
    ['2021-2023/tablero/2021-T4', 'unknown', null],
    ['2021-2023/kr/OE1-OT2-R5/más', 'unknown', null]
  ])('«%s» is the page %s', (text, page, keyResult) => expect(parseRoute(text)).toMatchObject({ page, keyResult }));

  it('comes back as it was written', () => {
    const text = '2021-2023/mis-resultados?luz=rojo%2Camarillo&q=bono';
    expect(formatRoute(parseRoute(text), 'x')).toBe(text);
    expect(formatRoute(parseRoute(null), '2021-2023')).toBe('2021-2023/mis-resultados');
  });

  it('stands in the page\'s address beside the page\'s own parameters', () => {
    const query = queryWithRoute('?Mode=Edit&okr=old&okr-luz=verde', '2021-2023/mis-resultados?luz=rojo,amarillo');
    expect(query).toBe('?Mode=Edit&okr=2021-2023/mis-resultados&okr-luz=rojo,amarillo');
    expect(parseRoute(routeInQuery(query))).toMatchObject({ page: 'myResults', params: { luz: 'rojo,amarillo' } });
    expect(routeInQuery('?Mode=Edit')).toBeNull();
  });
});
