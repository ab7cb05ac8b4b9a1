import { useRouter } from '../../routing';

/** What is open of a kind, by name; in the address, so that going back finds it open. @param parameter name in the address */
export function useOpenList(parameter: string): { isOpen: (id: string) => boolean; toggle: (id: string) => void } {
  const { route, setParams } = useRouter();
  const open = (route.params[parameter] || '').split(',').filter(id => id !== '');
  return {
    isOpen: id => open.indexOf(id) >= 0,
    toggle: id => setParams(
      { [parameter]: (open.indexOf(id) >= 0 ? open.filter(one => one !== id) : [...open, id]).join(',') }, { replace: true }
    )
  };
}
