// Des pages statiques, qu’un serveur de fichiers suffit à servir ; rien n’est à régler pour le widget.
export default { output: 'export' };
