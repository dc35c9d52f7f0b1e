/**
 * The name of the unique constraint or index that a write broke, or null when the fault is another. The net under a check made
 * before: two transactions may both find an address free, and only one may have it.
 */
export function brokenUnique(fault: unknown): string | null {
  for (let each = fault; each instanceof Error; each = each.cause) {
    const { code, constraint } = each as { code?: unknown; constraint?: unknown };
    if (code === '23505') return typeof constraint === 'string' ? constraint : '';
  }
  return null;
}
