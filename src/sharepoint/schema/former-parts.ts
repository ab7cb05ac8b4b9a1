/**
 * What former versions delivered, as fingerprints by list and part: such a part is ours still and is replaced by what this version brings;
 * anything else in its place is somebody's own and stays. When you change a part, its fingerprint of until now goes here
 * (`test/sharepoint/schema/parts.test.ts` says which).
 */
export const FORMER_PARTS: Readonly<Record<string, readonly string[]>> = {
  'KeyResults.view:AllItems': ['59b04065e895dd93'],
  'KeyResults.view:ByObjective': ['5e8e7ea595c0266b'],
  'Quarters.view:Open': ['55bd9b6420cd3542'],
  'Cutoffs.view:AllItems': ['062e6e64330be5ca'],
  'Cutoffs.view:ByQuarter': ['2280a34837fce052'],
  'Cutoffs.view:ByKeyResult': ['c460f86c8afb425e'],
  'Cutoffs.form': ['f6d3fb0ff6be21a9'],
  'Decisions.view:Open': ['f4cbeb3a349b21dc']
};
