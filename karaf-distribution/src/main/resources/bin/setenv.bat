@echo off
rem Read by every script of this folder. The platform speaks French and UTF-8 whatever the machine is set to.
set EXTRA_JAVA_OPTS=-Dfile.encoding=UTF-8 -Duser.language=fr -Duser.country=FR %EXTRA_JAVA_OPTS%
rem The remote console (bin\client, ssh on 127.0.0.1:8101) is closed; say true here to open it, and restart.
set PARCHEMIN_CONSOLE=false
