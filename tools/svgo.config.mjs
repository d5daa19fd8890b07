// How build.rs writes the official logo: two decimals are a 4,000th of its width, so that it looks
// the same at ten times its size (tests/e2e/logo.test.mjs compares). Relative moves alone repeat
// themselves, and pack better.

export default {
  multipass: true,
  floatPrecision: 2,
  plugins: [{ name: 'preset-default', params: { overrides: { convertPathData: { utilizeAbsolute: false } } } }],
};
