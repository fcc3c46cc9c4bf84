# Run once, as an administrator, in the folder that holds userpush.yaml.
$Action = New-ScheduledTaskAction -Execute "cmd.exe" -WorkingDirectory $PWD `
  -Argument "/c npx userpush push banner.csv >> push.log 2>&1"
$Trigger = New-ScheduledTaskTrigger -Daily -At 02:30
$Settings = New-ScheduledTaskSettingsSet -StartWhenAvailable -MultipleInstances IgnoreNew `
  -ExecutionTimeLimit (New-TimeSpan -Hours 4)
Register-ScheduledTask -TaskName "userpush" -Action $Action -Trigger $Trigger -Settings $Settings `
  -User "CAMPUS\svc-userpush" -Password (Read-Host "Password of the service account")
