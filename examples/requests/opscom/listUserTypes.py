import json, os, sys
from urllib.error import HTTPError
from urllib.request import Request, urlopen

api = f"{os.environ['OPSCOM_BASE_URL']}/api/{os.environ['OPSCOM_TENANT']}"
url = f"{api}/v1/profiles/types/list"
token = {"apiToken": os.environ["OPSCOM_API_TOKEN"]}
body = json.dumps(token).encode()
request = Request(url, body, {"Content-Type": "application/json"})
try:
    answer = urlopen(request, timeout=30).read().decode()
except HTTPError as error:
    sys.exit(f"Refused: {error.code} {error.read().decode()}")

# A fault can come with any status, 200 included:
# what counts are the types.
if '"user_types"' not in answer:
    sys.exit(f"Refused: {answer}")
for user_type in json.loads(answer)["user_types"]:
    print(user_type["type_name"])
