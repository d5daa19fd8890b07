// Rien n’est à régler pour le widget : webpack emporte son module de lui-même.
export default {
  mode: 'production',
  output: { filename: 'main.js', path: import.meta.dirname + '/public' },
};
