/** A permission mask as REST gives it: two halves of 32 bits, written as decimal text. */
export interface PermissionMask {
  readonly High?: unknown;
  readonly Low?: unknown;
}

/** Bits of the lower half. */
export const rights = {
  addItems: 0x2,
  editItems: 0x4,
  manageLists: 0x800,
  createGroups: 0x1000000,
  managePermissions: 0x2000000,
  manageWeb: 0x40000000
} as const;

function half(value: unknown): number {
  const number = Number(value);
  return isFinite(number) ? number >>> 0 : 0;
}

/** Whether the mask holds all the given bits of its lower half. */
export function allows(mask: PermissionMask | null | undefined, bits: number): boolean {
  return (half(mask && mask.Low) & bits) === bits;
}

/** Whether somebody may set the site up: make lists, groups and permissions, which Full Control alone gives together. */
export function hasFullControl(mask: PermissionMask | null | undefined): boolean {
  return allows(mask, rights.manageLists | rights.createGroups | rights.managePermissions | rights.manageWeb);
}
