import { clientKeyColumn, restrictedLookup } from '../common';
import { defineList, READ_BY_ALL } from '../list-schema';

export const targetChanges = defineList({
  name: 'TargetChanges',
  title: 'Cambios de meta',
  description: 'La historia de las metas: cada cambio con su motivo. La meta vigente está en Resultados clave.',
  titleColumn: { title: 'Cambio', description: 'Resultado y metas, por ejemplo OE1-OT4-R1: 7 → 26.', required: false },
  columns: {
    KeyResult: restrictedLookup('Resultado clave', 'Resultado cuya meta cambió.', 'KeyResults', 'Code'),
    OldTarget: { type: 'Number', title: 'Meta anterior', description: 'Vacía si no había meta.' },
    NewTarget: { type: 'Number', title: 'Meta nueva', description: 'Vacía si se quitó la meta.' },
    Reason: { type: 'Note', title: 'Motivo', lines: 4, required: true, description: 'Por qué cambió y quién lo aprobó.' },
    EffectiveOn: { type: 'Date', title: 'Vigente desde', required: true, description: 'Día desde el que rige la meta nueva.' },
    ClientKey: clientKeyColumn('el cambio')
  },
  views: [
    {
      name: 'AllItems', title: 'Todos los cambios',
      columns: ['KeyResult', 'OldTarget', 'NewTarget', 'EffectiveOn', 'Reason', 'Author'],
      orderBy: [{ column: 'EffectiveOn', descending: true }]
    },
    {
      name: 'ByKeyResult', title: 'Por resultado clave',
      columns: ['OldTarget', 'NewTarget', 'EffectiveOn', 'Reason', 'Author'],
      groupBy: 'KeyResult', orderBy: [{ column: 'EffectiveOn', descending: true }], totals: [{ column: 'EffectiveOn', of: 'COUNT' }]
    },
    {
      name: 'WithoutReason', title: 'Sin motivo',
      columns: ['KeyResult', 'OldTarget', 'NewTarget', 'EffectiveOn', 'Author'],
      where: { isEmpty: 'Reason' }, orderBy: [{ column: 'EffectiveOn', descending: true }]
    }
  ],
  writeSecurity: 1,
  access: READ_BY_ALL
});
