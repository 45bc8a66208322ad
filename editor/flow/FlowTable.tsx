import type { ReactNode } from 'react';
import { RuleLink } from '../explain/RuleLink.tsx';
import { openCategory, openItem } from '../explain/rule.ts';
import { credits } from '../explain/short.ts';
import { useSay } from '../words/index.ts';
import { mostWords } from './most.ts';
import type { Overlay } from './overlay.ts';
import type { FlowPicture, Pill } from './picture.ts';

/** The same as the picture, row by row. */
export function FlowTable({
  picture,
  overlay,
}: {
  readonly picture: FlowPicture;
  readonly overlay: Overlay | null;
}): ReactNode {
  const say = useSay();
  const most = (amount: number | null | undefined): string => mostWords(amount, say);
  const pills = (all: readonly Pill[]): ReactNode =>
    all.map((pill) => (
      <span key={pill.key} className="pillword">
        <RuleLink source={pill.source}>{pill.words}</RuleLink>
        {(overlay?.cut.get(pill.key) ?? 0) > 0 && (
          <span className="c-bad"> {say('cutHere', { n: credits(overlay?.cut.get(pill.key) ?? 0) })}</span>
        )}
      </span>
    ));
  return (
    <table className="flowtable" aria-label={say('flowSays')}>
      <thead>
        <tr>
          <th scope="col">{say('headForms')}</th>
          <th scope="col">{say('headItem')}</th>
          <th scope="col">{say('award')}</th>
          <th scope="col">{say('headItemCap')}</th>
          <th scope="col" className="num">
            {say('mostLong', { n: '' }).trim()}
          </th>
          {overlay && (
            <>
              <th scope="col" className="num">
                {say('ownGained')}
              </th>
              <th scope="col" className="num">
                {say('ownCounted')}
              </th>
            </>
          )}
        </tr>
      </thead>
      {picture.categories.map(({ category, items, pills: caps, most: greatest }) => {
        const own = overlay?.categories.get(category.key);
        return (
          <tbody key={category.key}>
            <tr className="cat">
              <th scope="rowgroup" colSpan={3}>
                <button type="button" className="link plain" onClick={() => openCategory(category)}>
                  {category.label}
                </button>
              </th>
              <td>{caps.length > 0 ? pills(caps) : <span className="c-3">{say('noYearCapShort')}</span>}</td>
              <td className="num">{most(greatest)}</td>
              {overlay && (
                <>
                  <td className="num">{credits(own?.gained ?? 0)}</td>
                  <td className="num">{credits(own?.counted ?? 0)}</td>
                </>
              )}
            </tr>
            {items.map(({ item, forms, award, pills: its, most: itsMost }) => {
              const through = overlay?.items.get(item.key);
              return (
                <tr key={item.key}>
                  <td>{forms}</td>
                  <td>
                    <button type="button" className="link plain" onClick={() => openItem(item)}>
                      {item.label}
                    </button>
                  </td>
                  <td>{award}</td>
                  <td>{pills(its)}</td>
                  <td className="num">{most(itsMost)}</td>
                  {overlay && (
                    <>
                      <td className="num">{credits(through?.gained ?? 0)}</td>
                      <td className="num">{credits(through?.counted ?? 0)}</td>
                    </>
                  )}
                </tr>
              );
            })}
          </tbody>
        );
      })}
      <tbody>
        {picture.across.map(({ pill }) => (
          <tr key={pill.key}>
            <th scope="row" colSpan={3}>
              {say('headGroup')}
            </th>
            <td colSpan={overlay ? 4 : 2}>{pills([pill])}</td>
          </tr>
        ))}
        <tr className="sum">
          <th scope="row" colSpan={4}>
            {say('headTotal')}
          </th>
          <td className="num">{most(picture.most)}</td>
          {overlay && (
            <>
              <td />
              <td className="num">{credits(overlay.total)}</td>
            </>
          )}
        </tr>
        {picture.needs.map(({ credits: asked, name, source }) => (
          <tr key={`${source.line} ${source.words}`}>
            <th scope="row" colSpan={3}>
              {say('headNeed')}
              {say('colon')}
              {name ?? say('needEveryone')}
            </th>
            <td>
              <RuleLink source={source}>{source.words}</RuleLink>
            </td>
            <td className="num">{credits(asked)}</td>
            {overlay && <td colSpan={2} />}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
