@echo off
rem Runs the mullion CLI from source: the same as ./mullion, for cmd and PowerShell.
setlocal
set "MULLION_CLI=%~dp0artifacts\cli"

where dotnet >nul 2>nul || goto :no_sdk
dotnet --list-sdks | findstr /b "10." >nul || goto :no_sdk

if not exist "%MULLION_CLI%" mkdir "%MULLION_CLI%"
pushd "%~dp0"
dotnet build src\Mullion.Cli -c Release --artifacts-path "%MULLION_CLI%" --nologo -v q -tl:off -p:RunAnalyzers=false >"%MULLION_CLI%\build.log" 2>&1
set "MULLION_BUILD=%ERRORLEVEL%"
popd
if not "%MULLION_BUILD%"=="0" (
  type "%MULLION_CLI%\build.log" >&2
  echo mullion: it does not build from source, see above. A lab that is running holds its files: mullion lab stop. >&2
  exit /b 125
)

dotnet "%MULLION_CLI%\bin\Mullion.Cli\release\mullion.dll" %*
exit /b %ERRORLEVEL%

:no_sdk
echo The .NET 10 SDK is missing. Install it from https://dot.net/download and run this again. >&2
exit /b 127
