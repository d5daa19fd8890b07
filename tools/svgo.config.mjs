// How build.rs writes the official logo: in whole steps, a 960th of its width each. Relative moves
// alone repeat themselves, and pack better.

export default {
  multipass: true,
  floatPrecision: 0,
  plugins: [{ name: 'preset-default', params: { overrides: { convertPathData: { utilizeAbsolute: false } } } }],
};
