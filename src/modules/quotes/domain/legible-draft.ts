import { CallSlot, Criterion, type DraftTerms, Indicator, Milestone, PriceLine, Terms } from '../../contracts/index.ts';

type Item = { safeParse: (value: unknown) => { success: boolean } };

/** The items that can be read; none at all is « not filled in », so that a preview says it rather than print half a line. */
const legible = <List extends readonly unknown[]>(list: List | null | undefined, item: Item): List | undefined => {
  const kept = (list ?? []).filter((value) => item.safeParse(value).success);
  return kept.length || list?.length === 0 ? (kept as unknown as List) : undefined;
};

/** An unfinished draft as the clauses can word it: half-written lines of a list wait until they are whole. */
export const legibleDraft = (draft: DraftTerms): DraftTerms => {
  const { calling, appointments, price } = draft;
  const whole = {
    ...draft,
    calling: { ...calling, slots: legible(calling?.slots, CallSlot) },
    appointments: { ...appointments, criteria: legible(appointments?.criteria, Criterion) },
    price: { ...price, lines: legible(price?.lines, PriceLine) },
    indicators: legible(draft.indicators, Indicator),
    milestones: legible(draft.milestones, Milestone),
    hypotheses: legible(draft.hypotheses, Terms.shape.hypotheses.element),
    payment: draft.payment && {
      ...draft.payment,
      ...(Terms.shape.payment.shape.delay.safeParse(draft.payment.delay).success ? {} : { delay: undefined }),
      ...(Terms.shape.payment.shape.penalty.safeParse(draft.payment.penalty).success ? {} : { penalty: undefined }),
    },
  };
  return whole as DraftTerms;
};
