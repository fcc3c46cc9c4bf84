import json, os, sys
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener

url = f"{os.environ['CCS_BASE_URL']}/request/user"
user = {
    "firstName": "Ann",
    "email": "ann.example@example.com",
    "roleId": 1,
}

# CCS_HEADERS: the headers that your CCS asks for,
# one "Name: value" a line.
lines = os.environ.get("CCS_HEADERS", "").splitlines()
headers = dict(line.split(": ", 1) for line in lines)
headers["Content-Type"] = "application/json"

class NoRedirect(HTTPRedirectHandler):  # It would get the headers too.
    def redirect_request(self, *_):
        return None

request = Request(url, json.dumps(user).encode(), headers)
try:
    answer = build_opener(NoRedirect).open(request, timeout=30).read().decode()
except HTTPError as error:
    sys.exit(f"Refused: {error.code} {error.read().decode()}")
print(json.loads(answer)["id"])
