set -eu
# The token goes in by standard input,
# where no list of processes shows it.
answer=$(curl --silent --show-error \
  "$OPSCOM_BASE_URL/api/$OPSCOM_TENANT/v1/profiles/push" \
  --header "Content-Type: application/json" \
  --data @- <<JSON
{
  "apiToken": "$OPSCOM_API_TOKEN",
  "unique_id": "00123456",
  "login_source": "OPSCOM"
}
JSON
)
# A fault can come with any status, 200 included:
# what counts is the reference.
echo "$answer" | grep -o '"reference_id": *[0-9]*' ||
  { echo "Refused: $answer" >&2; exit 1; }
