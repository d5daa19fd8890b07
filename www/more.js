// What the loader has no need of to paint the button: the other elements, the sign-in, the module's
// start.

export { run } from './run.js';
