import { frenchList, frenchSpaces } from '../../../shared/french.ts';
import type { Clause, ClauseCatalog } from './clause.ts';
import type { ClauseSelection, ModelPart, SelectionProblem } from './document-model.ts';
import { holds } from './expression.ts';
import { saysAbove } from './words-above.ts';
import { findCircularRequirement } from './requirements.ts';

export type ChosenPart = Omit<ModelPart, 'clauses'> & { clauses: readonly Clause[] };

/** The clauses of one document, in reading order, and all that keeps them from standing together. */
export type ChosenClauses = {
  parts: readonly ChosenPart[];
  problems: readonly SelectionProblem[];
  /** Clause id → id of the chosen clause that takes its place: references to the first land on the second. */
  replacedBy: ReadonlyMap<string, string>;
  /** Left out because the framework of this order already says all of it, in the same words or with the same values. */
  saidAbove: readonly Clause[];
};

/** The whole of a model, with nothing added and nothing taken out. */
export const selectionOf = (modelId: string, version = 1): ClauseSelection => ({
  model: { id: modelId, version },
  added: [],
  removed: [],
  negotiated: [],
});

/** Every clause that the document may come to hold: the terms they read are what the form asks. Throws on an unknown model. */
export const candidatesOf = (
  catalog: ClauseCatalog,
  selection: ClauseSelection,
): readonly (Omit<ModelPart, 'clauses'> & { ids: string[] })[] => {
  const { id, version } = selection.model;
  const model = catalog.model(id, version) ?? catalog.model(id);
  if (!model) throw new Error(`Modèle inconnu : ${id}, version ${version}`);
  const parts = model.parts.map(({ clauses, ...part }) => ({ ...part, ids: [...clauses] }));
  for (const { clauseId, partId } of selection.added) {
    const part = parts.find((candidate) => candidate.id === partId) ?? parts[0]!;
    if (!parts.some((candidate) => candidate.ids.includes(clauseId))) part.ids.push(clauseId);
  }
  return parts;
};

/**
 * Chooses the clauses of a document: those that the model imposes, those whose condition holds for these terms, those that the
 * author added, less those taken out; one that replaces another takes its place. What cannot stand together is told, never hidden.
 */
export const chooseClauses = (catalog: ClauseCatalog, selection: ClauseSelection, variables: unknown): ChosenClauses => {
  const problems: SelectionProblem[] = [];
  const add = (rule: SelectionProblem['rule'], clauseIds: readonly string[], fr: string, en: string) =>
    problems.push({ rule, clauseIds, fr: frenchSpaces(fr), en });
  const removed = new Set(selection.removed);
  const isSaidAbove = saysAbove(variables);
  const saidAbove: Clause[] = [];

  const kept = candidatesOf(catalog, selection).map(({ ids, ...part }) => ({
    ...part,
    clauses: ids.flatMap((id): Clause[] => {
      const clause = catalog.clause(id);
      if (!clause) {
        add(
          'unknown_clause',
          [id],
          `La clause « ${id} » n’existe pas ou n’est plus en service.`,
          `Clause “${id}” does not exist or is retired.`,
        );
        return [];
      }
      if (clause.condition && !holds(clause.condition, variables)) return [];
      if (isSaidAbove(clause)) {
        saidAbove.push(clause);
        return [];
      }
      if (!removed.has(id)) return [clause];
      if (clause.mandatory === 'choice') return [];
      add(
        'mandatory_removed',
        [id],
        `La clause « ${clause.title} » est obligatoire : elle ne peut pas être retirée.`,
        `Clause “${clause.title}” is mandatory: it cannot be removed.`,
      );
      return [clause];
    }),
  }));

  const replacing = new Map<string, Clause>();
  for (const part of kept) for (const clause of part.clauses) for (const id of clause.replaces) replacing.set(id, clause);
  const parts = settleReplacements(kept, replacing);
  const chosen = parts.flatMap((part) => part.clauses);
  const present = new Set([...[...chosen, ...saidAbove].map(({ id }) => id), ...replacing.keys()]);
  const titleOf = (id: string) => `«\u00a0${catalog.clause(id)?.title ?? id}\u00a0»`;

  for (const clause of chosen)
    for (const id of clause.requires)
      if (!present.has(id))
        add(
          'required_clause_missing',
          [clause.id, id],
          `La clause « ${clause.title} » exige la clause ${titleOf(id)} : ajoutez-la.`,
          `Clause “${clause.title}” requires clause “${id}”: add it.`,
        );
  for (const [index, clause] of chosen.entries())
    for (const other of chosen.slice(index + 1))
      if (clause.excludes.includes(other.id) || other.excludes.includes(clause.id))
        add(
          'excluded_together',
          [clause.id, other.id],
          `Les clauses « ${clause.title} » et « ${other.title} » s’excluent : n’en gardez qu’une.`,
          `Clauses “${clause.title}” and “${other.title}” exclude each other: keep one.`,
        );
  const circle = findCircularRequirement(chosen);
  if (circle)
    add(
      'circular_requirement',
      circle,
      `Des clauses s’exigent en rond : ${circle.map(titleOf).join(' → ')}.`,
      `Clauses require each other in a circle: ${circle.join(' → ')}.`,
    );
  const provided = chosen.flatMap((clause) => clause.provides);
  const twice = [...new Set(provided.filter((id, index) => provided.indexOf(id) !== index))];
  if (twice.length) {
    const clash = chosen.filter((clause) => clause.provides.some((id) => twice.includes(id)));
    add(
      'excluded_together',
      clash.map(({ id }) => id),
      `Les clauses ${frenchList(clash.map(({ title }) => `«\u00a0${title}\u00a0»`))} portent les mêmes articles : n’en gardez qu’une.`,
      `Clauses ${clash.map(({ id }) => id).join(', ')} hold the same articles: keep one.`,
    );
  }
  return { parts, problems, saidAbove, replacedBy: new Map([...replacing].map(([id, clause]) => [id, clause.id])) };
};

type Kept = readonly (Omit<ModelPart, 'clauses'> & { clauses: readonly Clause[] })[];

/** A clause that replaces another moves to where that one stood; the other leaves, even if it was imposed. */
const settleReplacements = (parts: Kept, replacing: ReadonlyMap<string, Clause>): Kept => {
  if (replacing.size === 0) return parts;
  const standing = new Set(parts.flatMap((part) => part.clauses.map(({ id }) => id)));
  const moved = new Set([...replacing].filter(([id]) => standing.has(id)).map(([, clause]) => clause.id));
  const placed = new Set<string>();
  return parts.map((part) => ({
    ...part,
    clauses: part.clauses.flatMap((clause) => {
      const instead = replacing.get(clause.id);
      if (instead) {
        if (placed.has(instead.id)) return [];
        placed.add(instead.id);
        return [instead];
      }
      return moved.has(clause.id) ? [] : [clause];
    }),
  }));
};
