# What the self-contained tree takes from the system it is made on.

# eddy_copy_qt(<tree> <folder with the QML files>): QML modules that those files import, and plugins.
function(eddy_copy_qt tree qml_root)
  foreach(program /usr/lib/qt6/bin/qmake /usr/bin/qmake6)
    if(EXISTS ${program} AND NOT qmake)
      set(qmake ${program})
    endif()
  endforeach()
  foreach(key QT_INSTALL_QML QT_INSTALL_PLUGINS QT_INSTALL_LIBEXECS)
    execute_process(COMMAND ${qmake} -query ${key} OUTPUT_VARIABLE ${key} OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  endforeach()

  execute_process(COMMAND ${QT_INSTALL_LIBEXECS}/qmlimportscanner -rootPath ${qml_root} -importPath ${QT_INSTALL_QML}
                  OUTPUT_VARIABLE imports COMMAND_ERROR_IS_FATAL ANY)
  string(JSON count LENGTH "${imports}")
  math(EXPR last "${count} - 1")
  foreach(i RANGE ${last})
    string(JSON path ERROR_VARIABLE no_path GET "${imports}" ${i} path)
    if(no_path OR NOT path MATCHES "^${QT_INSTALL_QML}/")
      continue()  # Eddy's own modules are inside the program
    endif()
    file(RELATIVE_PATH relative ${QT_INSTALL_QML} ${path})
    get_filename_component(parent ${tree}/qml/${relative} DIRECTORY)
    # The module's own files; its submodules are imports of their own. Styles that are not used stay behind.
    if(relative MATCHES "Controls/(Fusion|Material|Universal|Imagine|Windows|macOS|iOS)")
      continue()
    endif()
    file(GLOB files LIST_DIRECTORIES false ${path}/*)
    list(FILTER files EXCLUDE REGEX "\\.qmltypes$")
    file(COPY ${files} DESTINATION ${tree}/qml/${relative})
    foreach(private impl quickimpl private)
      if(IS_DIRECTORY ${path}/${private})
        file(COPY ${path}/${private} DESTINATION ${tree}/qml/${relative} PATTERN "*.qmltypes" EXCLUDE)
      endif()
    endforeach()
  endforeach()

  foreach(pattern platforms/libqxcb platforms/libqoffscreen platforms/libqwayland wayland- xcbglintegrations/ imageformats/ iconengines/
          platforminputcontexts/ platformthemes/libqxdgdesktopportal tls/)
    file(GLOB found ${QT_INSTALL_PLUGINS}/${pattern}*.so ${QT_INSTALL_PLUGINS}/${pattern}*/*.so)
    list(FILTER found EXCLUDE REGEX "integration-server")  # for those that are a display server
    foreach(plugin IN LISTS found)
      file(RELATIVE_PATH relative ${QT_INSTALL_PLUGINS} ${plugin})
      get_filename_component(folder ${relative} DIRECTORY)
      file(COPY ${plugin} DESTINATION ${tree}/plugins/${folder})
    endforeach()
  endforeach()
endfunction()

# Libraries that must be the system's own: the C and C++ run time, what talks to the display, the driver, the font configuration and the
# session, and what those are built against.
set(EDDY_SYSTEM_LIBRARIES
  "^ld-linux" "^lib(c|m|dl|rt|pthread|resolv|util|stdc\\+\\+|gcc_s)\\.so" "^lib(GL|EGL|GLX|GLdispatch|OpenGL|GLESv2|drm|gbm|vulkan|va|cuda)(\\.|-)"
  "^libwayland-" "^libX11(-xcb)?\\.so" "^libxcb\\.so" "^libfontconfig\\." "^libfreetype\\." "^libexpat\\." "^libz\\.so" "^libuuid\\." "^libdbus-1\\."
  "^libsystemd\\." "^libudev\\." "^libselinux\\." "^libgtk" "^libgdk" "^libglib-2" "^libgobject-2" "^libgio-2" "^libgmodule-2" "^libgthread-2"
  "^libmount\\." "^libblkid\\." "^libgpg-error\\." "^libp11-kit\\." "^libcom_err\\." "^libasound\\.")

# eddy_copy_libraries(<folder> "<programs>" "<modules>"): everything they need that is not the system's. Remembers from which files.
function(eddy_copy_libraries folder programs modules)
  file(GET_RUNTIME_DEPENDENCIES EXECUTABLES ${programs} MODULES ${modules}
       RESOLVED_DEPENDENCIES_VAR found UNRESOLVED_DEPENDENCIES_VAR missing CONFLICTING_DEPENDENCIES_PREFIX conflict
       PRE_EXCLUDE_REGEXES ${EDDY_SYSTEM_LIBRARIES})
  if(missing)
    message(FATAL_ERROR "These libraries are needed and were not found: ${missing}")
  endif()
  foreach(library IN LISTS found)
    file(COPY ${library} DESTINATION ${folder} FOLLOW_SYMLINK_CHAIN)
  endforeach()
  set(EDDY_COPIED_LIBRARIES ${found} PARENT_SCOPE)
endfunction()

# eddy_write_library_notices(<folder>): the copyright file of every package a library was taken from, and a list of them.
function(eddy_write_library_notices folder)
  set(packages "")
  foreach(library IN LISTS EDDY_COPIED_LIBRARIES)
    file(REAL_PATH ${library} real)
    execute_process(COMMAND dpkg-query -S ${real} OUTPUT_VARIABLE owner ERROR_QUIET OUTPUT_STRIP_TRAILING_WHITESPACE)
    if(owner MATCHES "^([^:]+):")
      list(APPEND packages ${CMAKE_MATCH_1})
    endif()
  endforeach()
  list(REMOVE_DUPLICATES packages)
  list(SORT packages)
  set(list "")
  foreach(package IN LISTS packages)
    execute_process(COMMAND dpkg-query -W -f "\${source:Package} \${source:Version}" ${package} OUTPUT_VARIABLE source)
    string(APPEND list "${package} (Debian source ${source})\n")
    if(EXISTS /usr/share/doc/${package}/copyright)
      file(REAL_PATH /usr/share/doc/${package}/copyright copyright)
      file(COPY_FILE ${copyright} ${folder}/${package}.copyright)
    endif()
  endforeach()
  file(WRITE ${folder}/LIBRARIES.txt "Libraries in this archive come unchanged from these packages of Debian, where their source is too;
their licences are in the files *.copyright beside this one.\n\n${list}")
endfunction()
