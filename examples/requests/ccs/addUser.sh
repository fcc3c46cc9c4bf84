set -eu
refused() { echo "Refused: $answer" >&2; exit 1; }

# CCS_HEADERS: the headers that your CCS asks for,
# one "Name: value" a line.
answer=$(printf '%s\n' "${CCS_HEADERS:-}" |
  curl --silent --show-error --fail-with-body \
    "$CCS_BASE_URL/request/user" \
    --header @- \
    --header "Content-Type: application/json" \
    --data '{
      "firstName": "Ann",
      "email": "ann.example@example.com",
      "roleId": 1
    }') || refused
echo "$answer" | grep -o '"id": *[0-9]*' || refused
