/** The logo is the official one, from its own size to ten times it: only its digits are fewer. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { ROOT } from '../../tools/serve.mjs';
import { acrossEngines } from './harness/suite.mjs';
import { page, ready } from './helpers.mjs';

const css = readFileSync(path.join(ROOT, 'node_modules/@gouvfr/dsfr/dist/component/connect/connect.main.css'), 'utf8');
const [, official] = /url\("(data:image\/svg\+xml;charset=utf8,[^"]*)"\)/.exec(css) ?? assert.fail('no logo in the DSFR');

/** What its edges may differ by, in pixels: a drawing half as fine differs by three times as many. */
const most = (/** @type {number} */ width) => 1 + width / 20;

acrossEngines('the logo is the DSFR’s own, at its size and larger', {
  engines: ['chromium', 'firefox'],
  pages: { '/': page('<franceconnect-button href="/x"></franceconnect-button>') },
}, async ({ driver, engine, open }) => {
  await open('/');
  await ready(driver);
  const ours = await driver.executeScript(`
    const logo = document.querySelector('franceconnect-button').shadowRoot.querySelector('svg');
    return 'data:image/svg+xml,' + encodeURIComponent(new XMLSerializer().serializeToString(logo));`);
  const picture = async (address, width) => {
    await driver.executeAsyncScript(`
      const [address, width, done] = arguments;
      document.body.replaceChildren();
      document.body.style.cssText = 'margin: 0; background: #000091';
      const image = new Image(width, width * 1.2);
      image.onload = () => requestAnimationFrame(() => requestAnimationFrame(done));
      image.src = address;
      document.body.append(image);`, address, width);
    const whole = PNG.sync.read(Buffer.from(await driver.takeScreenshot(), 'base64'));
    const part = new PNG({ width, height: width * 1.2 });
    PNG.bitblt(whole, part, 0, 0, part.width, part.height, 0, 0);
    return part;
  };
  for (const width of [40, 80, 200, 400]) {
    const [theirs, own] = [await picture(official, width), await picture(ours, width)];
    assert(new Set(theirs.data).size > 20, 'the DSFR’s is drawn');
    const pixels = pixelmatch(theirs.data, own.data, undefined, own.width, own.height, { threshold: 0.1 });
    console.log(`# ${engine}: ${width} px wide, ${pixels} pixels differ`);
    assert(pixels <= most(width), `${pixels} pixels differ at ${width}`);
  }
});
