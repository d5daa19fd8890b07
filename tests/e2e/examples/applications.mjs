/** The examples of www/examples/ that vite builds, with other texts in some of their files, served as applications are. */
import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after } from 'node:test';
import { install, run } from './install.mjs';

let installed;
/** The folder of the examples, installed once. @returns {ReturnType<typeof install>} */
export const workshop = () => (installed ??= install());
after(async () => (await installed?.catch(() => undefined))?.remove());

/** @type {Map<string, Promise<string>>} */
const built = new Map();

/**
 * Builds an example, once for the three engines.
 * @param {string} name
 * @param {string} purpose what tells this build from others of the same example
 * @param {Record<string, string>} files their names and texts, in the place of the example's or beside them
 * @returns {Promise<string>} the folder to serve
 */
export function build(name, purpose, files) {
  const key = `${name}-${purpose}`;
  if (!built.has(key)) built.set(key, made(name, key, files));
  return built.get(key);
}

async function made(name, key, files) {
  const { folder, bin } = await workshop();
  const here = path.join(folder, key);
  await cp(path.join(folder, name), here, { recursive: true });
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(here, file), text);
  await run(here, [path.join(bin, 'vite'), 'build']);
  return path.join(here, 'dist');
}

/** Serves an application: every address that is no file's is its page. */
export async function serveApplication({ addSite }, folder) {
  const page = await readFile(path.join(folder, 'index.html'), 'utf8');
  return addSite({ mounts: { '/': folder }, pages: { '/': page, '/retour': page, '/bonjour': page } });
}
