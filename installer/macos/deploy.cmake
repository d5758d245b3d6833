# Brings Qt into the bundle with Qt's own tool, then signs where an identity is named.
set(bundle "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}/Eddy.app")
find_program(MACDEPLOYQT macdeployqt REQUIRED)
get_filename_component(source "${CMAKE_CURRENT_LIST_DIR}/../.." ABSOLUTE)
execute_process(COMMAND ${MACDEPLOYQT} ${bundle} -qmldir=${source}/ui -executable=${bundle}/Contents/MacOS/eddy-cli
                        -executable=${bundle}/Contents/MacOS/eddy-reader COMMAND_ERROR_IS_FATAL ANY)
if(DEFINED ENV{EDDY_SIGNING_IDENTITY})
  execute_process(COMMAND ${CMAKE_CURRENT_LIST_DIR}/sign.sh bundle ${bundle} COMMAND_ERROR_IS_FATAL ANY)
else()
  # Apple silicon runs nothing unsigned: a signature without an identity is enough for one's own computer.
  execute_process(COMMAND codesign --force --deep --sign - ${bundle} COMMAND_ERROR_IS_FATAL ANY)
endif()
