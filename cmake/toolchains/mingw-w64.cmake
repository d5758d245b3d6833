# Debian's cross compiler for 64-bit Windows (threads: posix); libraries from the folder that installer/cross/windows-libraries.sh makes;
# programs run under Wine.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(EDDY_SYSROOT "$ENV{EDDY_SYSROOT}" CACHE PATH "Folder with the libraries of the target")
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES EDDY_SYSROOT)
set(CMAKE_C_COMPILER x86_64-w64-mingw32-gcc-posix)
set(CMAKE_CXX_COMPILER x86_64-w64-mingw32-g++-posix)
set(CMAKE_RC_COMPILER x86_64-w64-mingw32-windres)
set(CMAKE_FIND_ROOT_PATH /usr/x86_64-w64-mingw32 ${EDDY_SYSROOT})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
set(ENV{PKG_CONFIG_LIBDIR} ${EDDY_SYSROOT}/lib/pkgconfig)
set(CMAKE_CROSSCOMPILING_EMULATOR /usr/lib/wine/wine64)
# One file that runs everywhere.
set(CMAKE_EXE_LINKER_FLAGS_INIT "-static")
