import { clientOf, refusal, withSite } from './support';

const LIST_REFUSES = { status: 500, code: '-2130575162, Microsoft.SharePoint.SPListDataValidationException' };

describe('formulas', () => {
  describe('in a Spanish site', () => {
    const site = withSite();
    const list = () => clientOf(site(), 'planeacion').web.getList('/Lists/CheckIns');

    beforeAll(async () => {
      await clientOf(site(), 'planeacion').web.lists.add('CheckIns');
      await list().fields.createFieldAsXml(
        '<Field Type="Choice" DisplayName="Quarter"><CHOICES><CHOICE>2021-T2</CHOICE><CHOICE>2021-T3</CHOICE></CHOICES></Field>');
      await list().fields.createFieldAsXml('<Field Type="Number" DisplayName="Value" />');
      await list().fields.getByInternalNameOrTitle('Quarter').update({ Title: 'Trimestre' });
    });

    it('refuse a row in a closed quarter, by the column\'s present title', async () => {
      expect(await refusal(list().update({ ValidationFormula: '=[Quarter2]>"2021-T2"' }))).toMatchObject({ status: 500 });
      await list().update({ ValidationFormula: '=[Trimestre]>"2021-T2"', ValidationMessage: 'El trimestre está cerrado.' });
      expect(await refusal(list().items.add({ Title: 'a', Quarter: '2021-T2' }))).toMatchObject({ ...LIST_REFUSES,
        message: 'El trimestre está cerrado.' });
      const added = await list().items.add({ Title: 'a', Quarter: '2021-T3' }) as { Id: number };
      expect(await refusal(list().items.getById(added.Id).update({ Quarter: '2021-T1' }))).toMatchObject(LIST_REFUSES);
      await list().items.getById(added.Id).delete();
    });

    it('hold when the column is renamed', async () => {
      await list().fields.getByInternalNameOrTitle('Quarter').update({ Title: 'Período' });
      expect(await refusal(list().items.add({ Title: 'a', Quarter: '2021-T1' }))).toMatchObject(LIST_REFUSES);
      expect((await list().select('ValidationFormula')()).ValidationFormula).toBe('=[Quarter]>"2021-T2"');
      await list().update({ ValidationFormula: '' });
      await list().items.add({ Title: 'a', Quarter: '2021-T1' });
    });

    it('are written with semicolons and Spanish names, and no other way', async () => {
      const { fields } = list();
      await fields.addCalculated('Nivel', { Formula: '=SI([Value]>=1,5;"alto";"bajo")', OutputType: 2 });
      expect(await refusal(fields.addCalculated('Otro', { Formula: '=SI([Value]>1,"a","b")',
        OutputType: 2 }))).toMatchObject({ status: 500 });
      expect(await refusal(fields.addCalculated('Otro', { Formula: '=IF([Value]>1;"a";"b")',
        OutputType: 2 }))).toMatchObject({ status: 500 });
      const { Id } = await list().items.add({ Title: 'c', Value: 2 }) as { Id: number };
      expect(await list().items.getById(Id).select('Nivel')()).toMatchObject({ Nivel: 'alto' });
      await list().items.getById(Id).update({ Value: 1.4 });
      expect(await list().items.getById(Id).select('Nivel')()).toMatchObject({ Nivel: 'bajo' });
    });

    it('of a column refuse its value', async () => {
      await list().fields.getByInternalNameOrTitle('Value').update({ ValidationFormula: '=[Value]>=0',
        ValidationMessage: 'No puede ser negativo.' } as never);
      expect(await refusal(list().items.add({ Title: 'd', Value: -1 }))).toMatchObject({
        status: 500, code: '-2130575163, Microsoft.SharePoint.SPListDataValidationException', message: 'No puede ser negativo.'
      });
    });
  });

  describe('in an English site', () => {
    const site = withSite({ site: { language: 1033 }, clock: () => new Date('2021-08-15T15:00:00Z') });

    it('are written with commas', async () => {
      await clientOf(site(), 'planeacion').web.lists.add('Sums');
      const list = clientOf(site(), 'planeacion').web.getList('/Lists/Sums');
      await list.fields.addNumber('A');
      await list.fields.addDateTime('Due', { DisplayFormat: 0 });
      await list.fields.addCalculated('Total', { Formula: '=ROUND([A]*1.5,1)', OutputType: 9 });
      await list.fields.addCalculated('Late', { Formula: '=IF([Due]<TODAY(),"late","in time")', OutputType: 2 });
      await list.items.add({ Title: 'x', A: 1.25, Due: '2021-08-01T05:00:00Z' });
      await list.items.add({ Title: 'y', A: 2, Due: '2021-09-01T05:00:00Z' });
      expect(await list.items.select('Total', 'Late')()).toMatchObject([{ Total: '1.9', Late: 'late' }, { Total: '3', Late: 'in time' }]);
      expect(await list.items.select('Title').filter('Total gt 2')()).toMatchObject([{ Title: 'y' }]);
    });
  });
});
