import * as React from 'react';
import * as texts from 'TableroStrings';
import { Button } from '../../../components/button/button';
import { MessageBar } from '../../../components/message-bar/message-bar';
import { plural, text } from '../../../formatting';
import { useRouter } from '../../../routing';
import base from '../../../theme/base.module.scss';
import { DecidedElsewhere } from '../../decisions/decided-elsewhere';
import type { DashboardParts } from '../parts';
import { Section } from '../section';
import { alsoGroups } from './also-groups';
import { AlsoList } from './also-list';
import styles from './needs.module.scss';
import { RiskItem } from './risk-item';
import { useAttention } from './use-attention';

const FIRST = 6;
const STEP = 20;
/** Parameter of the address that holds how many are shown, so that going back finds as many. */
const SHOWN = 'riesgo';

function countIn(value: string | undefined): number {
  const count = Number(value);
  return Number.isInteger(count) && count > FIRST ? count : FIRST;
}

/** `7 atrasados y 22 en riesgo, por distancia …`; nobody is told that none is. */
function sentenceOf(late: number, risk: number): string {
  if (late + risk === 0) return texts.Needs_Nothing;
  const words = { late: plural(texts.Needs_Late, late), risk: plural(texts.Needs_Risk, risk) };
  return late > 0 && risk > 0 ? text(texts.Needs_Sentence, words) : text(texts.Needs_SentenceOne, { what: late > 0 ? words.late : words.risk });
}

/** What needs us: key results that are behind, ranked, and everything else that asks for the committee's attention. */
export const NeedsSection: React.FC<DashboardParts> = parts => {
  const router = useRouter();
  const { frozen, onDecide } = parts;
  const { attention, reportOn } = useAttention(parts);
  const { atRisk } = attention;
  const count = countIn(router.route.params[SHOWN]);
  const groups = React.useMemo(() => alsoGroups(attention, parts, router.textOf), [attention, parts, router.textOf]);
  const late = atRisk.filter(({ status }) => status.light === 'rojo').length;
  const silence = frozen ? text(texts.Needs_NoWordsThen, { quarter: frozen.quarter.code }) : texts.Needs_NoWords;
  const left = atRisk.length - count;
  const sentence = sentenceOf(late, atRisk.length - late);
  return (
    <Section id="needs" title={frozen ? texts.Needs_TitleThen : texts.Needs_Title} sentence={sentence}>
      <div className={styles.needs}>
        <div>
          {!frozen && atRisk.length > 0 && <DecidedElsewhere board={parts.live} />}
          {atRisk.length === 0 && <MessageBar kind="done">{texts.Needs_NothingMore}</MessageBar>}
          <ol className={styles.ranking}>
            {atRisk.slice(0, count).map((risk, index) => (
              <RiskItem
                key={risk.status.keyResult.code}
                place={index + 1}
                risk={risk}
                silence={silence}
                report={reportOn(risk.status.keyResult.code)}
                onDecide={onDecide && (() => onDecide({ keyResult: risk.status.keyResult.code, strategicObjective: null }))}
              />
            ))}
          </ol>
          {left > 0 && (
            <Button
              className={styles.more}
              id="tablero-riesgo-mas"
              onClick={() => router.setParams({ [SHOWN]: String(count + STEP) }, { replace: true })}
            >
              {text(texts.Needs_More, { n: Math.min(STEP, left), left })}
            </Button>
          )}
        </div>
        <aside aria-labelledby="tablero-also">
          <h3 className={base.h3} id="tablero-also">{texts.Needs_Also}</h3>
          <AlsoList groups={groups} />
          {groups.length === 0 && <p className={`${base.small} ${base.quiet}`}>{texts.Needs_AlsoNothing}</p>}
          {frozen && <p className={styles.live}>{frozen.byTodaysWeights ? texts.Needs_LiveOnlyToday : texts.Needs_LiveOnly}</p>}
        </aside>
      </div>
    </Section>
  );
};
