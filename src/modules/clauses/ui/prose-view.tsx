import { Fragment } from 'react';
import { classes } from '../../../web/design/index.ts';
import type { Article, Block, DocumentPart, Prose } from '../domain/prose.ts';

/** Clause id → number as printed, for « article 4.2 ». */
export const numbersOf = (parts: readonly DocumentPart[]): ReadonlyMap<string, string> => {
  const numbers = new Map<string, string>();
  const walk = (articles: readonly Article[]): void => {
    for (const article of articles) {
      numbers.set(article.id, article.number);
      walk(article.articles ?? []);
    }
  };
  for (const part of parts) walk(part.articles);
  return numbers;
};

export const anchorOf = (number: string): string => `article-${number.replace('.', '-')}`;

/** French high punctuation never starts a line. */
const spaced = (text: string): string => text.replace(/ (?=[:;?!»])/g, '\u00a0').replace(/« /g, '«\u00a0');

type Numbers = ReadonlyMap<string, string>;

const Sentence = ({ prose, numbers, looked }: { prose: Prose; numbers: Numbers; looked: string | null }) => (
  <>
    {prose.map((inline, index) => {
      switch (inline.kind) {
        case 'text': {
          const words = spaced(inline.text);
          const text = inline.italic ? <em>{words}</em> : words;
          return inline.bold ? (
            <strong key={index} className="font-semibold">
              {text}
            </strong>
          ) : (
            <Fragment key={index}>{text}</Fragment>
          );
        }
        case 'value': {
          const isLooked = looked !== null && (inline.termPath === looked || looked.startsWith(`${inline.termPath}.`));
          const isHole = inline.text === 'à renseigner';
          return (
            <span
              key={index}
              className={
                isHole
                  ? 'text-caution'
                  : isLooked
                    ? 'bg-primary-wash box-decoration-clone underline decoration-primary decoration-2 underline-offset-3'
                    : undefined
              }
            >
              {inline.text}
            </span>
          );
        }
        case 'xref': {
          const number = numbers.get(inline.to);
          return (
            <a
              key={index}
              href={number ? `#${anchorOf(number)}` : undefined}
              className="underline decoration-edge underline-offset-2"
            >{`article\u00a0${number ?? '…'}`}</a>
          );
        }
        case 'break':
          return <br key={index} />;
      }
    })}
  </>
);

const BlockView = ({ block, ...rest }: { block: Block; numbers: Numbers; looked: string | null }) => {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Sentence prose={block.prose} {...rest} />
        </p>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List
          className={classes('flex flex-col gap-1 pl-5', block.ordered ? 'list-decimal' : 'list-[square] marker:text-ink-soft')}
        >
          {block.items.map((item, index) => (
            <li key={index}>
              {item.map((inner, at) => (
                <BlockView key={at} block={inner} {...rest} />
              ))}
            </li>
          ))}
        </List>
      );
    }
    case 'table':
      return (
        <div
          className="overflow-x-auto"
          role="group"
          tabIndex={0}
          aria-label={block.columns.map(({ label }) => label).join(', ')}
        >
          <table className="w-full border-collapse text-[0.8rem] leading-snug tabular-nums">
            <thead>
              <tr>
                {block.columns.map(({ label, align }) => (
                  <th
                    key={label}
                    scope="col"
                    className={classes(
                      'border-b border-edge py-1 pr-3 align-bottom font-semibold',
                      align === 'right' ? 'text-right' : 'text-left',
                    )}
                  >
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, index) => (
                <tr key={index} className={block.totalRow && index === block.rows.length - 1 ? 'font-semibold' : undefined}>
                  {row.map((cell, at) => (
                    <td
                      key={at}
                      className={classes(
                        'border-b border-line py-1 pr-3 align-top hyphens-auto',
                        block.columns[at]?.align === 'right' && 'text-right',
                      )}
                    >
                      <Sentence prose={cell} {...rest} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    case 'definition':
      return (
        <p className="pl-5">
          <strong className="font-semibold">{block.term}</strong>
          {'\u00a0: '}
          <Sentence prose={block.prose} {...rest} />
        </p>
      );
    case 'note':
      return (
        <p className="border-l-2 border-caution pl-3 text-sm text-ink-soft italic">
          <Sentence prose={block.prose} {...rest} />
        </p>
      );
  }
};

const ArticleView = ({
  article,
  level,
  lit,
  ...rest
}: {
  article: Article;
  level: 3 | 4;
  lit: string | null;
  numbers: Numbers;
  looked: string | null;
}) => {
  const Title = level === 3 ? 'h3' : 'h4';
  return (
    <section
      id={anchorOf(article.number)}
      className={classes(
        'scroll-mt-16 flex flex-col gap-2',
        level === 3 && 'mt-4',
        article.number === lit && '-ml-3 border-l-3 border-needle pl-2.5',
      )}
    >
      <Title className={classes('flex gap-2', level === 3 ? 'text-[1.05rem] font-semibold' : 'text-[0.95rem] font-semibold')}>
        <span className="shrink-0 tabular-nums">{article.number}</span>
        <span>{article.title}</span>
      </Title>
      {article.blocks.map((block, index) => (
        <BlockView key={index} block={block} {...rest} />
      ))}
      {article.articles?.map((inner) => (
        <ArticleView key={inner.id} article={inner} level={4} lit={lit} {...rest} />
      ))}
    </section>
  );
};

/** The articles as the contract will print them. `lit`: the article that words the field in use; `looked`: its condition. */
export const Articles = ({
  parts,
  lit,
  looked,
}: {
  parts: readonly DocumentPart[];
  lit: string | null;
  looked: string | null;
}) => {
  const numbers = numbersOf(parts);
  return (
    <>
      {parts.map((part) => (
        <section key={part.id} className="mt-8 flex flex-col gap-3">
          <h2 className="border-b border-edge pb-1 text-lg font-semibold">{part.title}</h2>
          {part.articles.map((article) => (
            <ArticleView key={article.id} article={article} level={3} numbers={numbers} lit={lit} looked={looked} />
          ))}
        </section>
      ))}
    </>
  );
};
