"""Le serveur d’un partenaire, en entier, avec le bouton qui fabrique lui-même la demande.

    FC_CLIENT_ID=… FC_CLIENT_SECRET=… python serveur.py

Le cadriciel est Flask ; les sessions restent sur le serveur (Flask-Session), car le cookie de
session de Flask seul se lit dans le navigateur, et le jeton d’identité ne doit pas y aller."""

import mimetypes
import os
import secrets
import sys
import tempfile
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from cachelib import FileSystemCache
from flask import Flask, jsonify, redirect, request, send_from_directory, session
from flask_session import Session

from franceconnect import FranceConnect

SITE = Path(__file__).resolve().parent.parent / "site"

# Les attributs du bouton, selon le serveur ; tout autre est un serveur d’essai.
ENVIRONMENTS = {
    "https://oidc.franceconnect.gouv.fr/api/v2": 'environment="production"',
    "https://auth.franceconnect.gouv.fr/api/v2": 'environment="production"',
    "https://fcp-low.sbx.dev-franceconnect.fr/api/v2": 'environment="sandbox"',
    "https://auth.integ01.dev-franceconnect.fr/api/v2": 'environment="sandbox"',
}

# Les réglages viennent de l’environnement : le secret n’est jamais dans le code.
CLIENT_ID = os.environ.get("FC_CLIENT_ID")
CLIENT_SECRET = os.environ.get("FC_CLIENT_SECRET")
ISSUER = os.environ.get("FC_ISSUER", "https://fcp-low.sbx.dev-franceconnect.fr/api/v2").rstrip("/")
TEST_SERVER = f'authorize-url="{escape(ISSUER)}/authorize"'
LEVEL = os.environ.get("FC_LEVEL", "eidas1")
PORT = int(os.environ.get("PORT", "3000"))
PUBLIC_URL = os.environ.get("PUBLIC_URL", f"http://localhost:{PORT}").rstrip("/")
PRIVATE_KEY = os.environ.get("FC_PRIVATE_KEY")  # un fichier, pour FranceConnect+
if not CLIENT_ID or not CLIENT_SECRET:
    sys.exit("FC_CLIENT_ID et FC_CLIENT_SECRET sont nécessaires.")
if not (SITE / "franceconnect/franceconnect.js").exists():
    sys.exit("Copiez franceconnect.js, franceconnect.more.js et franceconnect.wasm dans site/franceconnect/.")

fc = FranceConnect(
    ISSUER, CLIENT_ID, CLIENT_SECRET, f"{PUBLIC_URL}/retour", LEVEL,
    Path(PRIVATE_KEY).read_bytes() if PRIVATE_KEY else None,
)

https = PUBLIC_URL.startswith("https:")
sessions = tempfile.TemporaryDirectory()  # en production, Redis ou votre base
app = Flask(__name__, static_folder=None)
app.config.update(
    MAX_CONTENT_LENGTH=10_000,
    SESSION_TYPE="cachelib",
    SESSION_CACHELIB=FileSystemCache(sessions.name),
    SESSION_PERMANENT=False,
    # « __Host- » : un autre sous-domaine ne peut pas poser ce cookie à notre place.
    SESSION_COOKIE_NAME="__Host-session" if https else "session",
    SESSION_COOKIE_HTTPONLY=True,
    SESSION_COOKIE_SECURE=https,
    # Lax et non Strict : le retour de FranceConnect est une navigation venue d’un autre site.
    SESSION_COOKIE_SAMESITE="Lax",
)
Session(app)
mimetypes.add_type("application/wasm", ".wasm")


@app.after_request
def headers(response):
    server = urlsplit(ISSUER)
    response.headers["Cache-Control"] = "no-store"
    # L’adresse de retour contient le code : elle ne doit partir vers aucun autre site.
    response.headers["Referrer-Policy"] = "no-referrer"
    # « form-action » compte aussi les redirections : le formulaire de déconnexion mène à FranceConnect.
    response.headers["Content-Security-Policy"] = (
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; "
        f"img-src 'self' data:; form-action 'self' {server.scheme}://{server.netloc}; base-uri 'none'; "
        "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types franceconnect"
    )
    return response


def page(name, texts=None):
    """Une page de site/, où des textes d’exemple font place aux vrais."""
    html = (SITE / f"{name}.html").read_text(encoding="utf-8")
    for sample, text in (texts or {}).items():
        html = html.replace(sample, text)
    return html


def refusal(status, message):
    """Une réponse en JSON : la page de retour montre « message » au visiteur."""
    return jsonify(message=message), status


@app.get("/")
def home():
    if user := session.get("user"):
        # Montrer qui est connecté : c’est demandé, et cela évite d’agir sous l’identité d’un autre.
        return page("bienvenue", {"PRÉNOM NOM": escape(f"{user.get('given_name', '')} {user.get('family_name', '')}")})
    where = ENVIRONMENTS.get(ISSUER, TEST_SERVER)
    return page("accueil", {
        "VOTRE_IDENTIFIANT": escape(CLIENT_ID),
        "https://service.example/retour": escape(f"{PUBLIC_URL}/retour"),
        'environment="sandbox"': f'level="{escape(LEVEL)}" {where}',
    })


@app.post("/session")
def sign_in():
    # Une page d’un autre site ne doit pas pouvoir connecter nos visiteurs sous l’identité de
    # son auteur : il y faut notre origine, et du JSON, qu’un formulaire ne sait pas envoyer.
    if request.headers.get("Origin") != PUBLIC_URL:
        return refusal(403, "Cette demande vient d’un autre site.")
    if request.mimetype != "application/json":
        return refusal(415, "Cette demande n’est pas du JSON.")
    try:
        sent = request.get_json()
        user, id_token = fc.identity(sent.get("code"), sent.get("nonce"))
    except Exception as error:  # ni code, ni état, ni nonce, ni jeton n’entre dans le journal
        app.logger.warning("connexion refusée : %s", type(error).__name__)
        return refusal(401, "Votre identité n’a pas pu être vérifiée. Réessayez, ou connectez-vous autrement.")
    # Nouvel identifiant de session à chaque connexion : celui d’avant, peut-être connu d’un
    # autre, ne vaut plus rien. Le jeton d’identité reste ici ; il sert à la déconnexion.
    session.clear()
    session.update(user=user, id_token=id_token)
    app.session_interface.regenerate(session)
    return "", 204


@app.post("/deconnexion")  # POST : un lien ou une image d’un autre site ne peut pas déconnecter le visiteur
def sign_out():
    id_token = session.get("id_token")
    session.clear()
    target = fc.logout_url(id_token, secrets.token_urlsafe(32), f"{PUBLIC_URL}/au-revoir") if id_token else "/"
    return redirect(target, 303)


@app.get("/jwks")
def jwks():
    """Pour FranceConnect+ seul : la clé publique de ce service, avec laquelle il chiffre les jetons."""
    return fc.public_keys()


@app.get("/retour")
def return_page():
    # « Réessayer » ne mène à un autre serveur que ceux de FranceConnect que si la page le nomme.
    texts = {} if ISSUER in ENVIRONMENTS else {"<franceconnect-return>": f"<franceconnect-return {TEST_SERVER}>"}
    return page("retour", texts)


@app.get("/<any('au-revoir', 'mot-de-passe'):name>")
def fixed_page(name):
    return page(name)


@app.get("/retour.js")
def script():
    return send_from_directory(SITE, "retour.js")


@app.get("/franceconnect/<name>")
def widget(name):
    return send_from_directory(SITE / "franceconnect", name)


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=PORT)
