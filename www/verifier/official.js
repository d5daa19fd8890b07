// What FranceConnect prescribes for its button, as the widget shows it. tests/e2e/verifier-checks.test.mjs
// holds it to src/texts.yaml, www/styles/button.css and README.

/** The sentence above the button, FranceConnect's then FranceConnect+'s, in the widget's languages. */
export const SENTENCES = {
  franceconnect: [
    'FranceConnect est la solution proposée par l’État pour sécuriser et simplifier la connexion à vos services en ligne.',
    'FranceConnect is the French State’s solution to secure and simplify access to your online services.',
    'FranceConnect ist die Lösung des französischen Staates für eine sichere und einfache Anmeldung bei Ihren Online-Diensten.',
    'FranceConnect es la solución del Estado francés para que el acceso a sus servicios en línea sea más seguro y sencillo.',
  ],
  plus: [
    'FranceConnect+ est la solution proposée par l’État pour renforcer la sécurité de vos services en ligne les plus sensibles.',
    'FranceConnect+ is the French State’s solution to strengthen the security of your most sensitive online services.',
    'FranceConnect+ ist die Lösung des französischen Staates für mehr Sicherheit bei Ihren sensibelsten Online-Diensten.',
    'FranceConnect+ es la solución del Estado francés para reforzar la seguridad de sus servicios en línea más sensibles.',
  ],
};

/** What stands on the button before the name. */
export const LOGINS = ['S’identifier avec', 'Sign in with', 'Einloggen mit', 'Iniciar sesión con'];

/** Where the link under the button leads. */
export const HELP = { franceconnect: 'https://franceconnect.gouv.fr/', plus: 'https://franceconnect.gouv.fr/france-connect-plus' };

/** Ground and text of the button by scheme: at rest, under the pointer, pressed; then disabled. */
export const COLOURS = {
  light: { grounds: ['#000091', '#1212ff', '#2323ff'], text: '#f5f5fe', disabledGround: '#e5e5e5', disabledText: '#929292' },
  dark: { grounds: ['#8585f6', '#b1b1f9', '#c6c6fb'], text: '#000091', disabledGround: '#2a2a2a', disabledText: '#666666' },
};

/** The least height of the button in CSS pixels: FranceConnect recommends 56; the DSFR's metrics, and so ours, come to 55. */
export const LEAST_HEIGHT = 55;

/** FranceConnect's servers, for `form-action`. */
export const SERVERS = {
  franceconnect: ['https://oidc.franceconnect.gouv.fr', 'https://fcp-low.sbx.dev-franceconnect.fr'],
  plus: ['https://auth.franceconnect.gouv.fr', 'https://auth.integ01.dev-franceconnect.fr'],
};
