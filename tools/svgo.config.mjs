// How build.rs writes the official logo: two decimals are a 4,000th of its width, so that it looks
// the same at ten times its size (tests/e2e/logo.test.mjs compares).

export default { multipass: true, floatPrecision: 2, plugins: ['preset-default'] };
