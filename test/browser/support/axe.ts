import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** What axe finds against WCAG A and AA; of `colours`, by the rules that look at them alone; `within` a part of the page. */
export async function axeIn(page: Page, of: 'all' | 'colours' = 'all', within = 'html'): Promise<string[]> {
  // Anew each time: it keeps colours in mind that other themes do not have.
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(
    async ({ all, part }) => {
      const { axe } = globalThis as unknown as {
        axe: { run(on: string, how: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
      const runOnly = all
        ? { type: 'tag', values: tags }
        : { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
      const { violations } = await axe.run(part, { runOnly });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    },
    { all: of === 'all', part: within },
  );
}
