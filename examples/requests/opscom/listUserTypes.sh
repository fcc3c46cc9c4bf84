set -eu
# The token goes in by standard input,
# where no list of processes shows it.
answer=$(curl --silent --show-error \
  "$OPSCOM_BASE_URL/api/$OPSCOM_TENANT/v1/profiles/types/list" \
  --header "Content-Type: application/json" \
  --data @- <<JSON
{ "apiToken": "$OPSCOM_API_TOKEN" }
JSON
)
# A fault can come with any status, 200 included:
# what counts are the types.
echo "$answer" | grep -o '"type_name": *"[^"]*"' ||
  { echo "Refused: $answer" >&2; exit 1; }
