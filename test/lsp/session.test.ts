import { expect, test } from 'vitest';
import { texts } from '../support/hubeiRules.ts';
import { Client } from './client.ts';

// One long session, as an editor has it with the shipped file.
test('an editor opens a file, types, asks, renames and leaves', { timeout: 60_000 }, async () => {
  const client = new Client('rules/hubei.cme', texts.hubei);
  await client.open();
  expect((await client.diagnostics()).filter(({ code }) => code < 'CME7')).toEqual([]);

  const hover = await client.ask('textDocument/hover', { position: client.positionOf('上限 每|项目 10 学分') });
  expect(hover.contents.value).toContain('每个项目至多计 10 学分');

  const definition = await client.ask('textDocument/definition', {
    position: client.positionOf('按 项|目时长 当 参加者'),
  });
  expect(definition.uri).toBe(client.uri);
  const far = await client.ask('textDocument/definition', { position: client.positionOf('形式 推|荐项目') });
  expect(far.uri).toMatch(/rules\/national\.cme$/);

  const references = await client.ask('textDocument/references', {
    position: client.positionOf('口径 项目|时长 project_hours'),
    context: { includeDeclaration: true },
  });
  expect(references.length).toBeGreaterThan(5);

  const renamed = await client.ask('textDocument/rename', {
    position: client.positionOf('口径 项目|时长 project_hours'),
    newName: '时长合并',
  });
  expect(Object.keys(renamed.changes)).toEqual([client.uri]);

  const symbols = await client.ask('textDocument/documentSymbol');
  expect(symbols.map(({ name }: { name: string }) => name)).toEqual(
    expect.arrayContaining(['继续医学教育项目', '实践活动']),
  );
  expect((await client.ask('textDocument/foldingRange')).length).toBeGreaterThan(50);
  expect(await client.ask('textDocument/formatting', { options: { tabSize: 2, insertSpaces: true } })).toEqual([]);
  const { data } = await client.ask('textDocument/semanticTokens/full');
  expect(data.length % 5).toBe(0);
  expect(data.length).toBeGreaterThan(5000);
  const lenses = await client.ask('textDocument/codeLens');
  expect(lenses.some(({ command }: { command: { title: string } }) => /通过/.test(command.title))).toBe(true);
  const whole = { start: { line: 0, character: 0 }, end: { line: 5000, character: 0 } };
  expect((await client.ask('textDocument/inlayHint', { range: whole })).length).toBeGreaterThan(0);

  await client.replace('授予 每 3 小时 1 学分 按 项目时长 当 参加者', '授予 每 3 小时 1 学分 按 项目时长 当 参加人');
  const [wrong] = await client.diagnostics();
  expect(wrong?.message).toContain('参加人');
  const actions = await client.ask('textDocument/codeAction', {
    range: { start: client.positionOf('当 参加人'), end: client.positionOf('当 参加人') },
    context: { diagnostics: [] },
  });
  expect(Array.isArray(actions)).toBe(true);

  await client.replace('当 参加人', '当 ');
  const offers = await client.ask('textDocument/completion', { position: client.positionOf('按 项目时长 当 |\n') });
  expect(offers.map(({ label }: { label: string }) => label)).toEqual(expect.arrayContaining(['参加者', '时长']));

  expect(await client.end()).toBe(0);
});

test('what it says is in the language asked for, and what it is not asked well it survives', {
  timeout: 60_000,
}, async () => {
  const client = new Client('rules/new.cme', '规则 甲 a 版本 1\n  语言 1\n  不知 所云\n', 'en');
  await client.open();
  const [found] = await client.diagnostics();
  expect(found?.message).toMatch(/[a-z]{4}/);
  const nowhere = { position: { line: 999, character: 999 } };
  await client.ask('textDocument/hover', nowhere);
  expect(
    await client.ask('textDocument/hover', { ...nowhere, textDocument: { uri: 'file:///nobody.cme' } }),
  ).toBeNull();
  await expect(client.ask('textDocument/unheardOf')).rejects.toThrow();
  expect(await client.end()).toBe(0);
});
