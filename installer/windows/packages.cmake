# NSIS installer (per user, no administrator) and a portable zip. Included by cmake/EddyPackage.cmake; the script itself is
# installer/windows/eddy.nsi.in, because CPack's own template installs for all users.
set(CPACK_GENERATOR "External")
set(product ${EDDY_PRODUCT_FOLDER})

# Registry lines of the file types: one class for each, opened with the desktop app where it is part of the package.
set(EDDY_NSIS_REGISTER "")
set(EDDY_NSIS_FORGET "")
foreach(line IN LISTS EDDY_FILE_TYPES)
  string(REPLACE "|" ";" fields "${line};")
  list(GET fields 0 kind)
  list(GET fields 1 type)
  list(GET fields 2 patterns)
  list(GET fields 3 comment)
  string(REPLACE "," ";" patterns "${patterns}")
  foreach(pattern IN LISTS patterns)
    string(SUBSTRING "${pattern}" 1 -1 extension)
    set(class "Eddy${extension}.1")
    # A chat is ours; models are opened with Eddy only when the user picks it ("Open with").
    if(kind STREQUAL "chat")
      string(APPEND EDDY_NSIS_REGISTER "  WriteRegStr HKCU \"Software\\Classes\\${extension}\" \"\" \"${class}\"\n")
      string(APPEND EDDY_NSIS_FORGET "  DeleteRegValue HKCU \"Software\\Classes\\${extension}\" \"\"\n")
    endif()
    string(APPEND EDDY_NSIS_REGISTER
      "  WriteRegStr HKCU \"Software\\Classes\\${extension}\\OpenWithProgids\" \"${class}\" \"\"\n"
      "  WriteRegStr HKCU \"Software\\Classes\\${extension}\" \"Content Type\" \"${type}\"\n"
      "  WriteRegStr HKCU \"Software\\Classes\\${class}\" \"\" \"${comment}\"\n"
      "  WriteRegStr HKCU \"Software\\Classes\\${class}\\DefaultIcon\" \"\" \"$INSTDIR\\eddy.ico\"\n"
      "  WriteRegStr HKCU \"Software\\Classes\\${class}\\shell\\open\\command\" \"\" '\"$INSTDIR\\bin\\eddy.exe\" \"%1\"'\n")
    string(APPEND EDDY_NSIS_FORGET
      "  DeleteRegValue HKCU \"Software\\Classes\\${extension}\\OpenWithProgids\" \"${class}\"\n"
      "  DeleteRegKey HKCU \"Software\\Classes\\${class}\"\n")
  endforeach()
endforeach()
set(EDDY_NSIS_HAS_APP 0)
if(EDDY_BUILD_APP)
  set(EDDY_NSIS_HAS_APP 1)
  # Qt's libraries, plugins and QML modules beside eddy.exe.
  qt_generate_deploy_qml_app_script(TARGET eddy FILENAME_VARIABLE deploy_script)
  install(SCRIPT ${deploy_script})
endif()
configure_file(installer/windows/eddy.nsi.in ${product}/eddy.nsi @ONLY)
configure_file(resources/icons/app/eddy.ico ${product}/eddy.ico COPYONLY)
install(FILES ${product}/eddy.ico DESTINATION .)

set(CPACK_EXTERNAL_PACKAGE_SCRIPT ${CMAKE_SOURCE_DIR}/installer/windows/nsis.cmake)
set(CPACK_EXTERNAL_ENABLE_STAGING OFF)
set(CPACK_EDDY_BUILD_FOLDER ${CMAKE_BINARY_DIR})
set(CPACK_EDDY_STRIP "")
set(CPACK_EDDY_NSIS_FLAGS "")
if(MINGW)
  set(CPACK_EDDY_STRIP --strip)
  set(CPACK_EDDY_NSIS_FLAGS -DSTUB64)  # Debian's NSIS has it, and Wine there runs no 32-bit programs
endif()
