/**
 * One face for three engines: Chromium, Firefox (Gecko) and WebKitGTK, each
 * driven through WebDriver by selenium-webdriver, whose own downloads of
 * drivers are not used.
 *
 * What WebDriver has no word for (scheme, forced colours, a phone's width) is
 * done by each engine's own means; see each class.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Capabilities, WebDriver } from 'selenium-webdriver';
import { HttpClient, Executor } from 'selenium-webdriver/http/index.js';
import { Command } from 'selenium-webdriver/lib/command.js';
import { command, freePort, start, stop } from './process.mjs';

/**
 * @typedef {'chromium' | 'firefox' | 'webkit'} Engine
 *
 * @typedef {object} Launch options that hold for a whole session
 * @property {string} [locale] `fr-FR` unless given; WebKit keeps its own
 * @property {number} [fontSize] the visitor's default font size in pixels (Chromium and Firefox)
 * @property {boolean} [dark] the whole browser in dark mode; the only way for WebKit
 *
 * @typedef {object} Media options that can change while a page is shown (Chromium and Firefox)
 * @property {'light' | 'dark'} [scheme]
 * @property {boolean} [forcedColors]
 * @property {boolean} [reducedMotion]
 * @property {'screen' | 'print'} [medium]
 */

/** @type {Engine[]} */
export const ENGINES = ['chromium', 'firefox', 'webkit'];

/** The viewport that a test starts with, in CSS pixels. */
export const VIEWPORT = { width: 1280, height: 900 };

/**
 * Starts a browser with one session.
 * @param {Engine} engine
 * @param {Launch} [launch]
 * @returns {Promise<Browser>}
 */
export async function startBrowser(engine, launch = {}) {
  for (let isLast = false; ; isLast = true) {
    const browser = new { chromium: Chromium, firefox: Firefox, webkit: WebKit }[engine](launch);
    try {
      await browser.start();
      return browser;
    } catch (error) {
      await browser.stop();
      // Once more: another program may have taken the port that was free.
      if (isLast) throw new Error(`${engine} did not start (see tests/output/logs/): ${error.message}`, { cause: error });
    }
  }
}

/** What the three have in common. */
class Browser {
  /** @type {Engine} */ engine = 'chromium';
  /** @type {WebDriver} */ driver;
  /** @type {import('node:child_process').ChildProcess[]} */ processes = [];

  /** @param {Launch} launch */
  constructor(launch) {
    this.launch = { locale: 'fr-FR', ...launch };
  }

  /** Waits until the driver at this port answers, then opens the session. */
  async connect(port, capabilities, commands = {}) {
    const origin = `http://127.0.0.1:${port}`;
    const end = Date.now() + 60_000;
    while (!(await fetch(`${origin}/status`).then((reply) => reply.ok, () => false))) {
      const ended = this.processes.find(({ exitCode }) => exitCode !== null);
      if (ended) throw new Error(`${ended.spawnfile} has ended`);
      if (Date.now() > end) throw new Error(`the driver on port ${port} does not answer`);
      await pause(25);
    }
    const executor = new Executor(new HttpClient(origin));
    for (const [name, address] of Object.entries(commands)) {
      executor.defineCommand(name, 'POST', `/session/:sessionId/${address}`);
    }
    this.driver = WebDriver.createSession(executor, new Capabilities(capabilities));
    await this.driver.manage().setTimeouts({ implicit: 0, pageLoad: 30_000, script: 30_000 });
  }

  /** Sends a command that only this driver knows. */
  send(name, parameters) {
    return this.driver.execute(new Command(name).setParameters(parameters));
  }

  /** A new tab in the usual size, without cookies; every other tab is closed. */
  async fresh() {
    const { driver } = this;
    const old = await driver.getAllWindowHandles();
    await driver.switchTo().newWindow('tab');
    const own = await driver.getWindowHandle();
    for (const handle of old) {
      await driver.switchTo().window(handle);
      await driver.close();
    }
    await driver.switchTo().window(own);
    await this.media({});
    await this.viewport(VIEWPORT.width, VIEWPORT.height);
  }

  /** Deletes the cookies of the page shown: the ports of one host share them. */
  async forget() {
    await this.driver.manage().deleteAllCookies().catch(() => {});
  }

  /**
   * Makes the viewport exactly this large, in CSS pixels, with `scale` device
   * pixels each. False where the engine has no window so narrow; `open` then
   * shows the page in a frame of that size.
   * @returns {Promise<boolean>}
   */
  async viewport(width, height, scale = 1) {
    void scale;
    const { driver } = this;
    const inner = () => driver.executeScript('return [innerWidth, innerHeight]');
    for (let round = 0; round < 4; round += 1) {
      const [nowWidth, nowHeight] = await inner();
      if (nowWidth === width && nowHeight === height) return true;
      const rect = await driver.manage().window().getRect();
      const next = { width: rect.width + width - nowWidth, height: rect.height + height - nowHeight };
      await driver.manage().window().setRect({ ...next, ...this.position(next) });
      // The window system answers when it likes.
      for (let wait = 0; wait < 400; wait += 1) {
        const [w, h] = await inner();
        if (w === width && h === height) return true;
        if (w !== nowWidth || h !== nowHeight) break;
        await pause(25);
      }
    }
    return false;
  }

  position(_size) {
    return { x: 0, y: 0 };
  }

  /**
   * Sets scheme, forced colours and so on for this tab; what is not named goes
   * back to its default. False where the engine cannot.
   * @param {Media} media
   * @returns {Promise<boolean>}
   */
  async media(media) {
    return Object.keys(media).length === 0;
  }

  /** Errors in the browser's own log since the last call, where it keeps one. */
  async log() {
    return [];
  }

  async stop() {
    // The wait alone must not keep the process from ending.
    await Promise.race([this.driver?.quit().catch(() => {}), pause(3000, undefined, { ref: false })]);
    for (const child of this.processes.reverse()) await stop(child);
  }
}

/** Through chromedriver; emulation by the DevTools protocol. */
class Chromium extends Browser {
  engine = /** @type {const} */ ('chromium');

  async start() {
    const port = await freePort();
    this.processes.push(start(command('chromedriver'), [`--port=${port}`], { log: 'chromium' }));
    const args = [
      '--headless=new', `--window-size=${VIEWPORT.width},${VIEWPORT.height + 100}`, `--lang=${this.launch.locale}`,
      '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', '--hide-scrollbars',
    ];
    // Chromium's sandbox refuses to run for root, as in a container.
    if (process.getuid?.() === 0) args.push('--no-sandbox');
    if (this.launch.dark) args.push('--force-dark-mode');
    await this.connect(port, {
      browserName: 'chrome',
      'goog:loggingPrefs': { browser: 'ALL' },
      'goog:chromeOptions': {
        binary: command('chromium', 'google-chrome', 'chromium-browser'),
        args,
        prefs: {
          'intl.accept_languages': this.launch.locale,
          ...(this.launch.fontSize && { 'webkit.webprefs.default_font_size': this.launch.fontSize }),
        },
      },
    }, { devtools: 'goog/cdp/execute' });
  }

  /** Sends a DevTools protocol command, for what only Chromium measures. */
  devtools(cmd, params = {}) {
    return this.send('devtools', { cmd, params });
  }

  async viewport(width, height, scale = 1) {
    await this.devtools('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: scale, mobile: false });
    return true;
  }

  async media({ scheme, forcedColors, reducedMotion, medium }) {
    await this.devtools('Emulation.setEmulatedMedia', {
      media: medium ?? '',
      features: [
        { name: 'prefers-color-scheme', value: scheme ?? '' },
        { name: 'forced-colors', value: forcedColors ? 'active' : '' },
        { name: 'prefers-reduced-motion', value: reducedMotion ? 'reduce' : '' },
      ],
    });
    return true;
  }

  async log() {
    const entries = await this.driver.manage().logs().get('browser');
    return entries.filter((entry) => entry.level.name === 'SEVERE').map((entry) => `log: ${entry.message}`);
  }
}

/** Through geckodriver; emulation from Firefox's own (chrome) context. */
class Firefox extends Browser {
  engine = /** @type {const} */ ('firefox');

  async start() {
    const port = await freePort();
    this.processes.push(start(command('geckodriver'), [
      `--port=${port}`, `--websocket-port=${await freePort()}`, '--allow-system-access',
    ], { log: 'firefox' }));
    await this.connect(port, {
      browserName: 'firefox',
      'moz:firefoxOptions': {
        binary: command('firefox-esr', 'firefox'),
        args: ['-headless', `--width=${VIEWPORT.width}`, `--height=${VIEWPORT.height + 100}`],
        prefs: {
          // Marionette lifts it; visitors have it: a file may not read its neighbours.
          'security.fileuri.strict_origin_policy': true,
          'intl.accept_languages': this.launch.locale,
          'app.normandy.enabled': false,
          'nimbus.rollouts.enabled': false,
          'network.captive-portal-service.enabled': false,
          ...(this.launch.dark && { 'ui.systemUsesDarkTheme': 1 }),
          ...(this.launch.fontSize && { 'font.size.variable.x-western': this.launch.fontSize }),
        },
      },
    }, { context: 'moz/context' });
    // Its window would not get narrower than 500 pixels otherwise.
    await this.inside('document.documentElement.style.setProperty("min-width", "0", "important")');
  }

  /** Runs a script with the browser's own rights. */
  async inside(script, ...args) {
    await this.send('context', { context: 'chrome' });
    try {
      return await this.driver.executeScript(script, ...args);
    } finally {
      await this.send('context', { context: 'content' });
    }
  }

  async viewport(width, height, scale = 1) {
    await this.inside('gBrowser.selectedBrowser.browsingContext.overrideDPPX = arguments[0]', scale === 1 ? 0 : scale);
    return super.viewport(width, height);
  }

  async media({ scheme, forcedColors, reducedMotion, medium }) {
    await this.inside(`
      const [scheme, forced, reduced, medium] = arguments;
      const context = gBrowser.selectedBrowser.browsingContext;
      context.prefersColorSchemeOverride = scheme;
      context.forcedColorsOverride = forced;
      context.mediumOverride = medium;
      if (reduced) Services.prefs.setIntPref('ui.prefersReducedMotion', 1);
      else Services.prefs.clearUserPref('ui.prefersReducedMotion');`,
    scheme ?? 'none', forcedColors ? 'active' : 'none', Boolean(reducedMotion), medium ?? '');
    return true;
  }
}

/** Through WebKitWebDriver and MiniBrowser, which needs a display: a virtual one. */
class WebKit extends Browser {
  engine = /** @type {const} */ ('webkit');
  screen = { width: 2000, height: 2600 };

  async start() {
    const { width, height } = this.screen;
    const display = start(command('Xvfb'), [
      '-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp',
    ], { log: 'xvfb', extra: 'pipe' });
    this.processes.push(display);
    const number = await new Promise((resolve, reject) => {
      display.stdio[3]?.once('data', (data) => resolve(String(data).trim()));
      display.once('exit', () => reject(new Error('Xvfb ended at once')));
    });
    const port = await freePort();
    this.processes.push(start(command('WebKitWebDriver'), [`--port=${port}`], {
      log: 'webkit',
      env: {
        ...process.env,
        DISPLAY: `:${number}`,
        GDK_BACKEND: 'x11',
        // No session bus, no accessibility bus: neither is under test, both are slow to be missed.
        NO_AT_BRIDGE: '1',
        ...(process.getuid?.() === 0 && { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }),
        ...(this.launch.dark && { GTK_THEME: 'Adwaita:dark' }),
      },
    }));
    await this.connect(port, {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': {
        binary: miniBrowser(),
        args: ['--automation', '--enable-write-console-messages-to-stdout=true'],
      },
    });
  }

  /** Without a window manager, the window under the pointer has the focus: keep it under the screen's middle. */
  position({ width, height }) {
    return {
      x: Math.max(0, Math.round((this.screen.width - width) / 2)),
      y: Math.max(0, Math.round((this.screen.height - height) / 2)),
    };
  }

  async viewport(width, height) {
    // MiniBrowser's tool bar makes its window 447 pixels wide at least.
    if (width < 450) return false;
    return super.viewport(width, height);
  }
}

function miniBrowser() {
  for (const folder of readdirSync('/usr/lib', { withFileTypes: true })) {
    if (!folder.isDirectory()) continue;
    const parent = path.join('/usr/lib', folder.name);
    const found = readdirSync(parent).filter((name) => /^webkit2?gtk-\d/.test(name)).sort().at(-1);
    if (found && readdirSync(path.join(parent, found)).includes('MiniBrowser')) {
      return path.join(parent, found, 'MiniBrowser');
    }
  }
  throw new Error('MiniBrowser is missing; it comes with the Debian package webkit2gtk-driver');
}
