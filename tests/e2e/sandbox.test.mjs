/** `make sandbox`: a FranceConnect for any partner, tried with the example in PHP as the guide does. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { ROOT } from '../../tools/serve.mjs';
import { OUTPUT, command, freePort, start, stop } from './harness/process.mjs';
import { IDENTITY } from './provider/provider.mjs';
import { folder } from './provider/programs.mjs';
import { NONCE, Walker, authorization } from './provider/walk.mjs';

const running = [];
after(() => Promise.all(running.map(stop)));

/** Starts a program, and waits until its output has what is looked for. */
async function started(log, file, args, env, pattern) {
  running.push(start(file, args, { log, cwd: log === 'sandbox-php' ? folder() : ROOT, env }));
  const said = () => readFileSync(path.join(OUTPUT, 'logs', `${log}.log`), 'utf8');
  for (const end = Date.now() + 60_000; !pattern.test(said());) {
    assert(Date.now() < end, `${log} said:\n${said()}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  return said;
}

/** Runs `make sandbox` with wrong settings to its end. */
function refusedSandbox(settings) {
  return new Promise((resolve) => {
    const child = spawn('make', ['-s', 'sandbox', ...settings], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => { said += chunk; });
    child.on('close', (code) => resolve({ code, said }));
  });
}

describe('make sandbox', () => {
  test('prints what a partner needs, lets the program in PHP sign in and out, and tells each refusal', async () => {
    const [port, site] = [await freePort(), await freePort()];
    const publicUrl = `http://localhost:${site}`;
    // Node, npm and the basic commands are all that can be found: no Rust.
    const bin = mkdtempSync(path.join(tmpdir(), 'sandbox-'));
    try {
      for (const name of ['bash', 'env', 'sed', 'make', 'dirname', 'cksum', 'tr', 'id', 'node', 'npm', 'sh']) symlinkSync(command(name), path.join(bin, name));
      const said = await started('sandbox', command('make'), ['-s', 'sandbox', `PORT=${port}`, 'CLIENT_ID=mairie-essai', 'CLIENT_SECRET=un secret', `REDIRECT_URI=${publicUrl}/retour`,
        `LOGOUT_URI=${publicUrl}/au-revoir`], { PATH: bin, HOME: process.env.HOME }, /Les refus s’affichent/);
      const issuer = `http://127.0.0.1:${port}/api/v2`;
      for (const line of [`client-id="mairie-essai"`, `redirect-uri="${publicUrl}/retour"`, `    authorize-url="${issuer}/authorize">`, issuer, `${issuer}/token`,
        `  <franceconnect-return authorize-url="${issuer}/authorize">`, `  form-action 'self' http://127.0.0.1:${port}\n`,
        `${publicUrl}/au-revoir`, 'un secret']) assert(said().includes(line), line);

      // What it prints for the examples is what they start with.
      const pasted = /^ {2}(FC_CLIENT_ID=.*)$/m.exec(said())[1];
      await started('sandbox-php', command('bash'), ['-c', `${pasted} exec php -S 127.0.0.1:${site} -t site php/index.php`],
        { ...process.env, PUBLIC_URL: publicUrl }, /Development Server/);
      const partner = { id: 'mairie-essai', redirectUri: `${publicUrl}/retour` };
      const provider = { authorizeUrl: `${issuer}/authorize` };
      const home = `http://127.0.0.1:${site}`;
      const html = await (await fetch(home)).text();
      assert(html.includes(`client-id="mairie-essai"`) && html.includes(`authorize-url="${issuer}/authorize"`));

      const walker = new Walker();
      const back = await walker.through(authorization(provider, partner), 'continue');
      assert.equal(back.origin + back.pathname, `${publicUrl}/retour`);
      const answer = await walker.fetch(`${home}/session`, {
        method: 'POST', body: JSON.stringify({ code: back.searchParams.get('code'), nonce: NONCE }),
        headers: { 'Content-Type': 'application/json', Origin: publicUrl },
      });
      assert.equal(answer.status, 204);
      assert((await (await walker.fetch(home)).text()).includes(IDENTITY.family_name));
      const end = await walker.redirected(`${home}/deconnexion`, { method: 'POST' });
      assert.equal(new URL(end).searchParams.get('post_logout_redirect_uri'), `${publicUrl}/au-revoir`);
      assert.equal((await walker.fetch(end)).status, 200);

      // The same rules and pages as FranceConnect's.
      assert.equal((await walker.fetch(authorization(provider, partner, { code_challenge: 'x' }))).status, 400);
      assert.equal((await walker.fetch(authorization(provider, { ...partner, redirectUri: `${home}/retour` }))).status, 400);
      assert.match(said(), /GET \/api\/v2\/authorize → 400 invalid_redirect_uri/);
      assert.match(said(), /GET \/api\/v2\/authorize → 400 Y030007\u00a0: code_challenge/);
      assert.equal((await walker.through(authorization(provider, partner), 'cancel')).searchParams.get('error'), 'access_denied');
      assert.equal((await walker.through(authorization(provider, partner), 'fault')).searchParams.get('error'), 'server_error');
      for (const [choice, code] of [['expired', 'Y190001'], ['level', 'Y100001']]) {
        assert.match(await (await walker.choose(authorization(provider, partner), choice)).text(), new RegExp(code));
      }
      assert.match(await walker.redirected(authorization(provider, partner, { acr_values: 'eidas2' })), /error=invalid_acr/);
      const spent = await fetch(`${issuer}/token`, { method: 'POST', body: new URLSearchParams({
        grant_type: 'authorization_code', code: back.searchParams.get('code'), redirect_uri: partner.redirectUri,
        client_id: partner.id, client_secret: 'un secret',
      }) });
      assert.equal(spent.status, 400);
      assert.match(said(), /GET \/api\/v2\/authorize → 303 access_denied\u00a0: User auth aborted\n/);
      assert.match(said(), /POST \/interaction → 401 Y190001\n/);
      assert.match(said(), /POST \/api\/v2\/token → 400 invalid_grant\u00a0: /);
      for (const secret of [back.searchParams.get('code'), NONCE]) assert(!said().includes(secret), 'nothing secret is told');

      const discovery = await (await fetch(`${issuer}/.well-known/openid-configuration`)).json();
      assert.equal(discovery.issuer, issuer);
      assert.equal(discovery.token_endpoint, `${issuer}/token`);

      // Only this machine reaches it.
      for (const { address, family, internal } of Object.values(networkInterfaces()).flat()) {
        if (internal || family !== 'IPv4') continue;
        await assert.rejects(fetch(`http://${address}:${port}/api/v2/jwks`), `${address} must not answer`);
      }
    } finally {
      rmSync(bin, { recursive: true, force: true });
    }
  });

  test('with the address of a partner’s keys it is FranceConnect+', async () => {
    const port = await freePort();
    const said = await started('sandbox-plus', command('make'), ['-s', 'sandbox', `PORT=${port}`, 'JWKS_URI=http://127.0.0.1:9/jwks'],
      process.env, /Les refus s’affichent/);
    assert.match(said(), /^FranceConnect\+ d’essai/m);
    assert.match(said(), /^ {4}level="eidas2"$/m);
    const partner = { id: 'mon-service', redirectUri: 'http://localhost:3000/retour' };
    const provider = { authorizeUrl: `http://127.0.0.1:${port}/api/v2/authorize` };
    assert.match(await new Walker().redirected(authorization(provider, partner)), /error=invalid_acr/);
    const back = await new Walker().through(authorization(provider, partner, { acr_values: 'eidas3' }), 'continue');
    assert(back.searchParams.get('code'));
  });

  test('wrong settings are refused in a sentence', async () => {
    for (const [settings, sentence] of [
      [['REDIRECT_URI=service.example/retour'], /REDIRECT_URI n’est pas une adresse/],
      [['REDIRECT_URI=https://service.example/retour#a'], /REDIRECT_URI n’est pas une adresse/],
      [['REDIRECT_URI='], /REDIRECT_URI est nécessaire/],
      [['LOGOUT_URI=javascript:0'], /LOGOUT_URI n’est pas une adresse/],
      [['CLIENT_ID='], /ne peuvent pas être vides/],
      [['PORT=http'], /PORT est un nombre/],
    ]) {
      const { code, said } = await refusedSandbox(settings);
      assert.equal(code, 2, settings[0]);
      assert.match(said, sentence);
    }
  });
});
