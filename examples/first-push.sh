npm install userpush
export OPSCOM_TENANT=OC_TOMA OPSCOM_API_TOKEN=YOUR-API-TOKEN

# Can it work at all? Nobody is written.
npx userpush doctor opscom
# What would a push do? Nothing is sent.
npx userpush plan roster.csv --api opscom
# Everybody, the first time. From then on, who is new or changed.
npx userpush push roster.csv --api opscom --first-run
npx userpush push roster.csv --api opscom --report report.html
