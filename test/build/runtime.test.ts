import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import * as astro from 'astro/compiler-runtime';
import fc from 'fast-check';
import * as quick from '../../src/build/runtime.ts';
import { codePoint } from '../code-points.ts';

/** As much of both runtimes as a component needs. */
type Runtime = Pick<typeof quick, 'addAttribute' | 'Fragment' | 'spreadAttributes' | 'unescapeHTML'> & {
  render: (parts: TemplateStringsArray, ...values: unknown[]) => unknown;
  renderComponent: (...words: unknown[]) => unknown;
  renderSlot: (...words: unknown[]) => unknown;
  createComponent: (factory: (...words: never[]) => unknown) => unknown;
};

/** A component as the compiler prints it, with one inside of it. */
function pageOf({ render, renderComponent, renderSlot, createComponent, ...runtime }: Runtime): unknown {
  const Inner = createComponent(
    (rendering: never, props: { value: never; name: string }, slots: { default?: unknown }) =>
      render`<i${runtime.addAttribute(props.value, props.name)}>${renderSlot(rendering, slots.default, render`<b>none</b>`)}</i>`,
  );
  return createComponent(
    (rendering: never, { value, name, html }: { value: unknown; name: string; html: string }) =>
      render`<p${runtime.spreadAttributes({ class: value, open: value })}>${value} ${[value, [value]]}${runtime.unescapeHTML(html)}${renderComponent(rendering, 'Fragment', runtime.Fragment, {}, { default: () => render`${value}` })}${renderComponent(rendering, 'Inner', Inner, { value, name })}${renderComponent(rendering, 'Inner', Inner, { value: null, name }, { default: () => render`${value}` })}</p>`,
  );
}

const rendering = (): quick.Rendering => ({
  createAstro: () => assert.fail('not asked for'),
  ...{ head: '', scripts: new Map([['a', '<script src="a"></script>']]), written: new Set() },
});

const quickPage = pageOf(quick as unknown as Runtime) as quick.Component;

describe('the quick runtime', () => {
  it("shows every value as Astro's does, as text, in attributes and in slots", async () => {
    const container = await AstroContainer.create();
    const page = pageOf(astro as unknown as Runtime) as Parameters<typeof container.renderToString>[0];
    const value = fc.oneof(
      fc.string({ unit: codePoint }),
      fc.constantFrom('', '<script>alert("x")</script>', '&amp; \' "', 0, 1.5, true, false, null, undefined),
    );
    const name = fc.constantFrom('href', 'hidden', 'open', 'class', 'data-x', 'aria-label', 'a b');
    const property = fc.asyncProperty(value, name, async (its, attribute) => {
      const props = { value: its, name: attribute, html: '<hr>' };
      const html = quick.pageHtml(quickPage, props, rendering());
      assert.equal(html, `<!DOCTYPE html>${await container.renderToString(page, { props })}`);
    });
    await fc.assert(property, { numRuns: 300 });
  });

  it('refuses what it would show in another way', () => {
    const shows = (value: unknown) => () =>
      quick.pageHtml(quickPage, { value, name: 'href', html: '' }, rendering());
    assert.throws(shows(Promise.resolve('late')), /Promise/);
    assert.throws(shows(new Set(['a'])), /Set/);
    assert.throws(shows(NaN), /Number/);
    assert.throws(
      () => quick.renderComponent(rendering(), 'Tag', 'h1', {}),
      /Tag is called in a way that the quick build does not know/,
    );
  });

  it('writes a script once in a page, and none that the site does not have', () => {
    const page = rendering();
    assert.equal(quick.renderScript(page, 'a').text, '<script src="a"></script>');
    assert.equal(quick.renderScript(page, 'a').text, '');
    assert.throws(() => quick.renderScript(page, 'b'), /no such script/);
  });
});
