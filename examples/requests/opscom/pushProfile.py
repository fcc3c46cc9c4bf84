import json, os, sys
from urllib.error import HTTPError
from urllib.request import Request, urlopen

api = f"{os.environ['OPSCOM_BASE_URL']}/api/{os.environ['OPSCOM_TENANT']}"
url = f"{api}/v1/profiles/push"
profile = {
    "apiToken": os.environ["OPSCOM_API_TOKEN"],
    "unique_id": "00123456",
    "login_source": "OPSCOM",
}
body = json.dumps(profile).encode()
request = Request(url, body, {"Content-Type": "application/json"})
try:
    answer = urlopen(request, timeout=30).read().decode()
except HTTPError as error:
    sys.exit(f"Refused: {error.code} {error.read().decode()}")

# A fault can come with any status, 200 included:
# what counts is the reference.
if '"reference_id"' not in answer:
    sys.exit(f"Refused: {answer}")
print(json.loads(answer)["reference_id"])
