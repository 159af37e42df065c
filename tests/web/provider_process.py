"""A small OpenID provider: `python tests/web/provider_process.py` prints its port and says what it was told to say.

POST /say with JSON sets how it behaves from then on: `claims` over the right ones, `signed` by "itself", "another"
key, the "secret" (HS256) or "nobody", `denies`, `broken`, `other_issuer`.
"""

import base64
import hashlib
import json
import secrets
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

CLIENT, SECRET = "fundapp at the test", "s3cret/with+signs"
OWN = RSAKey.generate_key(2048, {"kid": "own", "use": "sig", "alg": "RS256"})
ANOTHER = RSAKey.generate_key(2048, {"kid": "own", "use": "sig", "alg": "RS256"})
PERSON = {"sub": "7", "email": "auditor", "email_verified": True}

says = {}
codes = {}


class Provider(BaseHTTPRequestHandler):
    def log_message(self, *_all):
        pass

    @property
    def issuer(self):
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    def answer(self, body, status=200, **headers):
        content = json.dumps(body).encode()
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def do_GET(self):
        place = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(place.query).items()}
        if says.get("broken"):
            self.answer({"error": "out of order"}, 500)
        elif place.path == "/.well-known/openid-configuration":
            self.answer(
                {
                    "issuer": "https://elsewhere.test" if says.get("other_issuer") else self.issuer,
                    "authorization_endpoint": f"{self.issuer}/authorize",
                    "token_endpoint": f"{self.issuer}/token",
                    "jwks_uri": f"{self.issuer}/keys",
                }
            )
        elif place.path == "/keys":
            self.answer({"keys": [OWN.as_dict(private=False)]})
        elif place.path == "/authorize":
            back = {"state": query["state"], "iss": self.issuer}
            if says.get("denies"):
                back["error"] = "access_denied"
            else:
                back["code"] = secrets.token_urlsafe()
                codes[back["code"]] = query
            self.answer({}, 303, Location=f"{query['redirect_uri']}?{urlencode(back)}")
        else:
            self.answer({}, 404)

    def do_POST(self):
        sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
        if self.path == "/say":
            says.clear()
            says.update(json.loads(sent))
            self.answer({})
            return
        form = {name: values[0] for name, values in parse_qs(sent).items()}
        asked = codes.pop(form.get("code", ""), None)
        told = base64.b64decode(self.headers.get("Authorization", "").removeprefix("Basic ")).decode()
        challenge = base64.urlsafe_b64encode(hashlib.sha256(form["code_verifier"].encode()).digest()).decode()
        right = (
            asked is not None
            and tuple(map(unquote, told.split(":"))) == (CLIENT, SECRET)
            and (asked["client_id"], asked["code_challenge_method"]) == (CLIENT, "S256")
            and asked["code_challenge"] == challenge.rstrip("=")
            and asked["redirect_uri"] == form["redirect_uri"]
            and form["grant_type"] == "authorization_code"
        )
        if not right:
            self.answer({"error": "invalid_grant"}, 400)
            return
        now = int(time.time())
        own = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": asked["nonce"]}
        claims = {**own, **PERSON, **says.get("claims", {})}
        claims = {name: value for name, value in claims.items() if value is not None}
        self.answer({"access_token": "x", "token_type": "Bearer", "id_token": self.signed(claims)})

    def signed(self, claims):
        match says.get("signed", "itself"):
            case "itself":
                return jwt.encode({"alg": "RS256", "kid": "own"}, claims, OWN)
            case "another":
                return jwt.encode({"alg": "RS256", "kid": "own"}, claims, ANOTHER)
            case "secret":
                return jwt.encode({"alg": "HS256"}, claims, OctKey.import_key(SECRET * 3))
            case _:
                parts = ({"alg": "none"}, claims)
                return (
                    ".".join(base64.urlsafe_b64encode(json.dumps(one).encode()).decode().rstrip("=") for one in parts)
                    + "."
                )


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), Provider)
    print(server.server_address[1], flush=True)
    server.serve_forever()
