import * as React from 'react';
import * as strings from 'SigaciStrings';
import * as texts from 'TableroStrings';
import { Button } from '../../components/button/button';
import { Icon } from '../../components/icon/icon';
import { useFrame } from '../../frame';
import { copyText } from '../../frame/copy-text';
import { useRouter } from '../../routing';
import { useHost } from '../../services';
import type { HeaderAction } from './parts';

/** Copies the address of this very view, the quarter included. */
export const CopyLinkAction: HeaderAction = () => {
  const host = useHost();
  const router = useRouter();
  const { say } = useFrame();
  const address = host.shareLink(router.textOf(router.route), texts.Dashboard_Title);
  if (address === null) return null;
  const copy = async (): Promise<void> => {
    say(await copyText(address) ? strings.Shell_LinkCopied : `${strings.Shell_LinkManual} ${address}`);
  };
  return (
    <Button kind="subtle" onClick={() => { void copy(); }}><Icon name="link" />{strings.Shell_CopyLink}</Button>
  );
};
