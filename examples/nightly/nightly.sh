#!/bin/sh
# Pushes last night's export. Settings stand in userpush.yaml beside it. Its exit code is that of the push.
cd "$(dirname "$0")" || exit 2

npx userpush push banner.csv
code=$?

case $code in
  0) ;;                                               # all is well
  1) echo "Somebody was rejected: see report.html." ;;
  3) echo "A brake held the push. Nothing was sent." ;;
  4 | 5) echo "Nobody was reached, or everybody was refused: run 'npx userpush doctor opscom'." ;;
  6) echo "The night before is still running." ;;
  *) echo "userpush ended with $code." ;;
esac
exit $code
