@echo off
rem Starts bottrace: finds Java and bottrace.jar, and gives -J and -D options to the JVM. The shell script `bottrace`
rem beside this file does the same. Unlike there, the JVM is a child process, a link to this file is not followed,
rem and arguments go through the command line of cmd.exe: a caret, a percent sign or \" may need escaping.

setlocal EnableExtensions DisableDelayedExpansion

if not defined BOTTRACE_JAVA goto java_of_home
set "bt_java=%BOTTRACE_JAVA:"=%"
if exist "%bt_java%" if not exist "%bt_java%\" goto check_version
set "bt_error=BOTTRACE_JAVA is not an executable file: %bt_java%"
goto fail

:java_of_home
if not defined JAVA_HOME goto java_on_path
set "bt_java=%JAVA_HOME:"=%\bin\java.exe"
if exist "%bt_java%" goto check_version

:java_on_path
set "bt_java="
for %%i in (java.exe) do set "bt_java=%%~$PATH:i"
if defined bt_java goto check_version
set "bt_error=no Java found: set BOTTRACE_JAVA or JAVA_HOME, or put java on PATH (17 or newer)"
goto fail

rem The `release` file tells the version without a JVM; a java.exe that picks one of several has none beside it.
:check_version
for %%i in ("%bt_java%") do set "bt_home=%%~dpi.."
for %%i in ("%bt_home%") do set "bt_home=%%~fi"
set "bt_version="
if not exist "%bt_home%\release" goto ask_version
for /f "usebackq tokens=1,2 delims==" %%a in ("%bt_home%\release") do if "%%a"=="JAVA_VERSION" set "bt_version=%%~b"
:ask_version
if defined bt_version goto compare_version
for /f "tokens=2,3" %%a in ('^""%bt_java%" -version 2^>^&1^"') do if "%%a"=="version" set "bt_version=%%~b"
if defined bt_version goto compare_version
set "bt_error=Java 17 or newer is needed, but %bt_java% does not tell its version"
goto fail
:compare_version
set "bt_major=%bt_version%"
if "%bt_major:~0,2%"=="1." set "bt_major=%bt_major:~2%"
for /f "delims=.-+_" %%m in ("%bt_major%") do set "bt_major=%%m"
if %bt_major% GEQ 17 goto find_jar
set "bt_error=Java 17 or newer is needed, but %bt_java% is version %bt_version%"
goto fail

:find_jar
set "bt_module=%~dp0.."
set "bt_jar=%bt_module%\target\bottrace.jar"
set "bt_lock=%bt_module%\target\launcher.lock"
if exist "%bt_jar%" if not exist "%bt_lock%\" goto start
if not exist "%bt_module%\pom.xml" goto installed_jar
if exist "%bt_module%\..\pom.xml" goto build
:installed_jar
set "bt_jar=%bt_module%\lib\bottrace.jar"
if exist "%bt_jar%" goto start
set "bt_error=bottrace.jar is missing: %bt_jar%"
goto fail

rem One launcher at a time: while the lock stands, a jar may be there that is not complete.
:build
where /q mvn
if not errorlevel 1 goto build_directory
set "bt_error=bottrace.jar is not built yet, and no mvn is on PATH to build it"
goto fail
:build_directory
if not exist "%bt_module%\target\" mkdir "%bt_module%\target" 2>nul
set "bt_waited=0"
:lock
mkdir "%bt_lock%" 2>nul && goto locked
if not "%bt_waited%"=="1" goto wait_for_lock
>&2 echo bottrace: waiting for another build of bottrace.jar
:wait_for_lock
set /a bt_waited+=1 >nul
ping -n 2 127.0.0.1 >nul
if %bt_waited% LSS 600 goto lock
rem Nobody builds for as long as that: the lock is one that a killed launcher has left.
if exist "%bt_jar%" del "%bt_jar%"
:locked
if exist "%bt_jar%" goto unlock
>&2 echo bottrace: building bottrace.jar (first use)
if exist "%bt_home%\bin\javac.exe" set "JAVA_HOME=%bt_home%"
call mvn -q -B -f "%bt_module%\..\pom.xml" -pl bottrace-cli -am -Dlauncher -Dstyle.color=never package <nul 1>&2
if errorlevel 1 if exist "%bt_jar%" del "%bt_jar%"
:unlock
rmdir "%bt_lock%" 2>nul
if exist "%bt_jar%" goto start
set "bt_error=building bottrace.jar failed"
goto fail

rem The tracing loader becomes the system class loader. The JVM's warnings go to stderr, as unified logging writes them
rem to stdout, where only data belongs.
:start
set "bt_options=-Djava.system.class.loader=dev.bottrace.internal.launch.TracingClassLoader --add-exports=java.base/jdk.internal.access=ALL-UNNAMED -Xshare:auto"
set "bt_options=%bt_options% -XX:-PrintWarnings -Xlog:disable -Xlog:all=warning:stderr -Xlog:cds=off:stderr"
if not "%~1"=="run" goto start_plain
set bt_args=%*
setlocal EnableDelayedExpansion
if not "!bt_args:-J=!"=="!bt_args!" goto split
if not "!bt_args:-D=!"=="!bt_args!" goto split
endlocal

rem `endlocal` takes our variables out of the environment that the program sees.
:start_plain
endlocal & "%bt_java%" %bt_options% -cp "%bt_jar%" dev.bottrace.cli.Main %*
exit /b %errorlevel%

rem Up to `--`, -J<option> and -Dname are for the JVM. cmd.exe itself would split a word at `=`, so we go by character.
:split
set "bt_rest="
set "bt_word="
set "bt_quoted="
set "bt_quote=""
:character
if not defined bt_args goto word
set "bt_character=!bt_args:~0,1!"
set "bt_args=!bt_args:~1!"
if "!bt_character!"=="!bt_quote!" if defined bt_quoted (set "bt_quoted=") else set "bt_quoted=1"
if "!bt_character!"==" " if not defined bt_quoted goto word
set "bt_word=!bt_word!!bt_character!"
goto character
:word
if not defined bt_word goto next_word
set "bt_bare=!bt_word:"=!"
if not "!bt_bare!"=="--" goto not_separator
set "bt_rest=!bt_rest! !bt_word! !bt_args!"
goto start_split
:not_separator
if "!bt_bare:~0,3!"=="-J-" goto jvm_option
if "!bt_bare:~0,3!"=="-J@" goto jvm_option
if "!bt_bare:~0,2!"=="-D" if not "!bt_bare!"=="-D" goto property
set "bt_rest=!bt_rest! !bt_word!"
goto next_word
:jvm_option
if "!bt_word:~0,1!"=="!bt_quote!" (set "bt_word=!bt_quote!!bt_word:~3!") else set "bt_word=!bt_word:~2!"
:property
set "bt_options=!bt_options! !bt_word!"
:next_word
set "bt_word="
if defined bt_args goto character
:start_split
for /f "delims=" %%o in ("!bt_options!") do for /f "delims=" %%r in ("!bt_rest!") do endlocal & endlocal & "%bt_java%" %%o -cp "%bt_jar%" dev.bottrace.cli.Main %%r
exit /b %errorlevel%

:fail
setlocal EnableDelayedExpansion
>&2 echo bottrace: error: !bt_error!
exit /b 125
