import { Fragment } from 'react';
import { frenchSpaces } from '../../../shared/french.ts';
import type { Redline } from '../domain/redline.ts';

/** Words that come are underlined, words that go are struck through; colour only repeats it. A screen reader hears both. */
export const RedlineView = ({ redline }: { redline: Redline }) => (
  <p className="prose-document max-w-reading font-serif text-base leading-7">
    {redline.map(({ kind, text }, index) => {
      // « 30 » struck out and « 45 » underlined would otherwise read 3045.
      const apart = kind !== 'kept' && index > 0 && redline[index - 1]!.kind !== 'kept' ? '\u2009' : null;
      const words = frenchSpaces(text)
        .split('¶')
        .map((line, at) => (
          <Fragment key={at}>
            {at > 0 && (
              <>
                <br />
                <br />
              </>
            )}
            {line}
          </Fragment>
        ));
      if (kind === 'added')
        return (
          <Fragment key={index}>
            {apart}
            <ins className="bg-good-wash text-good underline decoration-1 underline-offset-4">{words}</ins>
          </Fragment>
        );
      if (kind === 'removed')
        return (
          <Fragment key={index}>
            {apart}
            <del className="bg-bad-wash text-bad line-through decoration-1">{words}</del>
          </Fragment>
        );
      return <Fragment key={index}>{words}</Fragment>;
    })}
  </p>
);
