import * as React from 'react';
import * as texts from 'TableroStrings';
import { Button } from '../../../components/button/button';
import { Icon } from '../../../components/icon/icon';
import { useRouter } from '../../../routing';
import type { HeaderAction } from '../parts';

/** Begins the meeting with the first objective on the page. */
export const MeetingAction: HeaderAction = ({ live }) => {
  const router = useRouter();
  const [first] = live.workspace.strategicObjectives;
  if (!first) return null;
  return (
    <Button id="tablero-reunion" kind="primary" onClick={() => router.navigate(router.textOf({ page: 'meeting', part: first.code }))}>
      <Icon name="full" />{texts.Meeting_Title}
    </Button>
  );
};
