/**
 * What really moved between two orders of the same things: what a longest common subsequence leaves out. A clause put first
 * is one move, not a move of every clause that follows it.
 */
export const movedItems = (before: readonly string[], after: readonly string[]): ReadonlySet<string> => {
  const there = new Set(after);
  const here = new Set(before);
  const left = before.filter((id) => there.has(id));
  const right = after.filter((id) => here.has(id));
  // Several longest subsequences may exist: choosing in one direction only, both readings name the same moves.
  const stable = left.join('\n') <= right.join('\n') ? commonOrder(left, right) : commonOrder(right, left);
  return new Set(left.filter((id) => !stable.has(id)));
};

const commonOrder = (a: readonly string[], b: readonly string[]): ReadonlySet<string> => {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i]![j] = a[i] === b[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  const kept = new Set<string>();
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      kept.add(a[i]!);
      i += 1;
      j += 1;
    } else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i += 1;
    else j += 1;
  }
  return kept;
};
