/** The page: your own form, to Auth.js's sign-in route, with its CSRF token. */
export const page = (csrfToken) => `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<title>Se connecter</title>
<script async src="/franceconnect/franceconnect.js"></script>
</head>
<body>
<main>
<h1>Se connecter</h1>
<franceconnect-button caption>
  <form method="post" action="/auth/signin/franceconnect">
    <input type="hidden" name="csrfToken" value="${csrfToken}">
    <input type="hidden" name="callbackUrl" value="/">
    <button>S’identifier avec FranceConnect</button>
  </form>
</franceconnect-button>
</main>
</body>
</html>`;
