set -eu
refused() { echo "Refused: $answer" >&2; exit 1; }

answer=$(curl --silent --show-error --fail-with-body \
  "$ACTIVEPLATFORM_BASE_URL/api/vendor/v1/users.json" \
  --url-query "api_token=$ACTIVEPLATFORM_API_TOKEN" \
  --header "Content-Type: application/json" \
  --data @- <<'JSON'
{
  "first_name": "Ann",
  "last_name": "Example",
  "password": "correct-horse-battery",
  "email": "ann.example@example.com"
}
JSON
) || refused
echo "$answer" | grep -o '"id": *[0-9]*' || refused
