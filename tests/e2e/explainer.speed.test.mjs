/** What an answer of the explainer costs a slow processor. */
import assert from 'node:assert/strict';
import { acrossEngines } from './harness/suite.mjs';
import { page, ready } from './helpers.mjs';
import { COMPANY, HOST, PERSON, shown } from './explainer-steps.mjs';

const pages = {
  '/': page(`<${HOST} hash remember></${HOST}>`),
  '/plain': page(`<${HOST}></${HOST}>`),
};

acrossEngines('the cost of an answer on a CPU slowed 4 times is printed', { engines: ['chromium'], pages }, async ({ driver, open, browser }) => {
  // The thread's own time: what other programs take of the processor meanwhile is not in it.
  await browser.devtools('Performance.enable', { timeDomain: 'threadTicks' });
  await browser.devtools('Emulation.setCPUThrottlingRate', { rate: 4 });
  const spent = async () => {
    const { metrics } = await browser.devtools('Performance.getMetrics');
    return metrics.reduce((sum, { name, value }) => sum + (/^(Script|RecalcStyle|Layout)Duration$/.test(name) ? value * 1000 : 0), 0);
  };
  const cost = async (selector) => {
    const before = await spent();
    await driver.executeAsyncScript(`
      const [host, selector, done] = arguments;
      document.querySelector(host).shadowRoot.querySelector(selector).click();
      requestAnimationFrame(() => setTimeout(done));`, HOST, selector);
    return await spent() - before;
  };
  const median = (list) => list.sort((a, b) => a - b)[7].toFixed(1);
  try {
    for (const [address, name] of [['/plain', 'alone'], ['/', 'with the choice in the address']]) {
      await open(address);
      await ready(driver);
      const costs = { choice: [], answer: [] };
      for (let round = 0; round < 15; round += 1) {
        await cost(`[value=${PERSON}]`);
        costs.choice.push(await cost(`[value=${COMPANY}]`));
        await cost('[data-action=next]');
        await cost('[name=answer]');
        costs.answer.push(await cost('[data-action=next]'));
        if (round < 14) await cost('[part=answers] button');
      }
      console.log(`median of 15, CPU slowed 4 times, scripts, style and layout, ${name}: a choice ${median(costs.choice)} ms, « Continuer » ${median(costs.answer)} ms`);
      assert.equal((await shown(driver)).verdict, 'eligible', 'the answers were given');
    }
  } finally {
    await browser.devtools('Emulation.setCPUThrottlingRate', { rate: 1 });
    await browser.devtools('Performance.disable');
  }
});
