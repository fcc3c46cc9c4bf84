import json, os, sys
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

query = urlencode({"api_token": os.environ["ACTIVEPLATFORM_API_TOKEN"]})
url = f"{os.environ['ACTIVEPLATFORM_BASE_URL']}/api/vendor/v1/users.json?{query}"
user = {
    "first_name": "Ann",
    "last_name": "Example",
    "password": "correct-horse-battery",
    "email": "ann.example@example.com",
}
body = json.dumps(user).encode()
request = Request(url, body, {"Content-Type": "application/json"})
try:
    answer = urlopen(request, timeout=30).read().decode()
except HTTPError as error:
    sys.exit(f"Refused: {error.code} {error.read().decode()}")
print(json.loads(answer)["id"])
