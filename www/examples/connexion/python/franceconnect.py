"""Ce que le serveur du partenaire fait avec FranceConnect : échanger le code contre une identité,
la vérifier, et préparer la déconnexion. L’échange est d’Authlib ; les signatures et, avec
FranceConnect+, le chiffrement, sont de joserfc, du même auteur."""

import hmac
from urllib.parse import urlencode

import requests
from authlib.integrations.requests_client import OAuth2Session
from joserfc import jwe, jwt
from joserfc.errors import InvalidKeyIdError
from joserfc.jwk import ECKey, KeySet

# Du moins sûr au plus sûr.
LEVELS = ["eidas1", "eidas2", "eidas3"]


class FranceConnect:
    """issuer : « https://fcp-low.sbx.dev-franceconnect.fr/api/v2 » en bac à sable ;
    client_secret : ne quitte jamais le serveur ;
    redirect_uri : exactement celle du bouton, et celle déclarée ;
    level : le niveau demandé par le bouton ;
    private_key : pour FranceConnect+, une clé EC P-256 en PEM."""

    def __init__(self, issuer, client_id, client_secret, redirect_uri, level="eidas1", private_key=None):
        self.issuer = issuer
        self.client_id = client_id
        self.client_secret = client_secret
        self.redirect_uri = redirect_uri
        self.level = level
        self.private_key = ECKey.import_key(private_key, {"use": "enc", "kid": "chiffrement"}) if private_key else None
        self.known_keys = None

    def logout_url(self, id_token, state, back):
        """L’adresse où envoyer le navigateur pour fermer aussi la session FranceConnect."""
        query = urlencode({"id_token_hint": id_token, "state": state, "post_logout_redirect_uri": back})
        return f"{self.issuer}/session/end?{query}"

    def public_keys(self):
        """Pour FranceConnect+ : ce que ce service publie à l’adresse déclarée (ici /jwks)."""
        return {"keys": [self.private_key.as_dict(private=False)] if self.private_key else []}

    def identity(self, code, nonce):
        """L’identité vérifiée derrière un code, et le jeton d’identité. Lève une exception au moindre doute.

        Le code est reçu de la page de retour, valable une fois et 30 secondes ; le nonce est celui de la demande."""
        # Sans ce contrôle, un nonce absent des deux côtés passerait pour égal.
        if not (isinstance(code, str) and isinstance(nonce, str) and code and nonce):
            raise ValueError("code ou nonce absent")

        # 1. Le code contre les jetons, de serveur à serveur, avec le secret.
        session = OAuth2Session(
            self.client_id,
            self.client_secret,
            token_endpoint_auth_method="client_secret_post",
            redirect_uri=self.redirect_uri,
            default_timeout=10,
            leeway=0,  # les jetons d’accès ne vivent que 60 secondes, la marge ordinaire d’Authlib
        )
        tokens = session.fetch_token(f"{self.issuer}/token", grant_type="authorization_code", code=code)

        # 2. Le jeton d’identité : signature, émetteur, destinataire, date, puis nonce et niveau.
        id_token = self.opened(tokens["id_token"])
        claims = self.verified(id_token, exp={"essential": True}, sub={"essential": True})
        # Le nonce lie ce jeton à la demande partie de ce navigateur : un code volé ailleurs, dans un
        # journal ou un en-tête Referer, ne sert à rien à qui n’a pas aussi le nonce.
        if not hmac.compare_digest(str(claims.get("nonce", "")).encode(), nonce.encode()):
            raise ValueError("le nonce n’est pas celui de la demande")
        acr = claims.get("acr")
        if acr not in LEVELS or LEVELS.index(acr) < LEVELS.index(self.level):
            raise ValueError(f"un niveau au-dessous de {self.level} a été reçu")

        # 3. L’identité elle-même ; elle est signée aussi, et doit parler de la même personne.
        answer = session.get(f"{self.issuer}/userinfo")
        answer.raise_for_status()
        user = self.verified(self.opened(answer.text))
        if user.get("sub") != claims["sub"]:
            raise ValueError("l’identité n’est pas celle du jeton")
        return user, id_token

    def opened(self, token):
        """Le jeton signé, tiré de son enveloppe chiffrée : FranceConnect+ en met une, pour la clé
        que ce service publie ; FranceConnect n’en met pas."""
        if not self.private_key:
            return token
        # L’en-tête répète l’émetteur et le destinataire, que joserfc n’attend pas à cet endroit.
        rules = jwe.JWERegistry(algorithms=["ECDH-ES", "A256GCM"], strict_check_header=False)
        return jwe.decrypt_compact(token, self.private_key, registry=rules).plaintext.decode()

    def verified(self, token, **more):
        """Ce que dit un jeton signé par FranceConnect pour ce service."""
        try:
            decoded = jwt.decode(token, self.keys(), algorithms=["ES256", "RS256"])
        except InvalidKeyIdError:
            # Les clés ont peut-être changé : une seule relecture.
            self.known_keys = None
            decoded = jwt.decode(token, self.keys(), algorithms=["ES256", "RS256"])
        rules = jwt.JWTClaimsRegistry(
            leeway=5,  # secondes : l’horloge de FranceConnect peut avancer sur la vôtre
            iss={"essential": True, "value": self.issuer},
            aud={"essential": True, "value": self.client_id},
            **more,
        )
        rules.validate(decoded.claims)
        return decoded.claims

    def keys(self):
        """Les clés publiques de FranceConnect, lues une fois, puis gardées."""
        if not self.known_keys:
            answer = requests.get(f"{self.issuer}/jwks", timeout=10)
            answer.raise_for_status()
            self.known_keys = KeySet.import_key_set(answer.json())
        return self.known_keys
