#!/bin/sh
# Pushes last night's export. Settings stand in userpush.yaml beside it. Its exit code is that of the push.
# A night on which all is well prints nothing, because cron mails what is printed; last-night.txt tells of it.
cd "$(dirname "$0")" || exit 2

umask 077
npx userpush push banner.csv --quiet > last-night.txt 2>&1
code=$?
[ $code -eq 0 ] || cat last-night.txt

case $code in
  0) ;;                                               # all is well
  1) echo "Somebody was rejected: see report.html." ;;
  3) echo "A brake held the push. Nothing was sent." ;;
  4 | 5) echo "Nobody was reached, or everybody was refused: run 'npx userpush doctor opscom'." ;;
  6) echo "The night before is still running." ;;
  8) echo "The push began and was not completed: do what it says above." ;;
  *) echo "userpush ended with $code." ;;
esac
exit $code
