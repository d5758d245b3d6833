# What the self-contained tree takes from the system it is made on.

# eddy_copy_qt(<tree> <folder with the QML files>): QML modules that those files import, and plugins. Remembers which files, for their licences.
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
    list(APPEND copied ${files})
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
      list(APPEND copied ${plugin})
    endforeach()
  endforeach()
  set(EDDY_COPIED_QT ${copied} PARENT_SCOPE)
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

# eddy_write_library_notices(<folder>): the copyright file of every package that a file was taken from, the texts that these name by their path on
# Debian, and a list of the packages with their sources.
function(eddy_write_library_notices folder)
  set(files "")
  foreach(file IN LISTS EDDY_COPIED_LIBRARIES EDDY_COPIED_QT)
    file(REAL_PATH ${file} real)
    list(APPEND files ${real})
  endforeach()
  list(REMOVE_DUPLICATES files)
  # Packages made before /lib became a link into /usr are asked by the old path.
  list(TRANSFORM files REPLACE "^/usr/lib/" "/lib/" OUTPUT_VARIABLE old_files)
  execute_process(COMMAND dpkg-query -S ${files} ${old_files} OUTPUT_VARIABLE owners ERROR_QUIET)
  string(REGEX REPLACE "\n" ";" owners "${owners}")
  set(packages "")
  foreach(owner IN LISTS owners)
    if(owner MATCHES "^([^:, ]+)[^/]*(/.*)$")
      list(APPEND packages ${CMAKE_MATCH_1})
      string(REGEX REPLACE "^(/usr)?/lib/" "/usr/lib/" file "${CMAKE_MATCH_2}")
      list(REMOVE_ITEM files ${file})
    endif()
  endforeach()
  if(files)
    message(FATAL_ERROR "No package owns these files, so nobody can say under which licence they are passed on: ${files}")
  endif()
  list(REMOVE_DUPLICATES packages)
  list(SORT packages)
  set(list "")
  foreach(package IN LISTS packages)
    execute_process(COMMAND dpkg-query -W -f "\${source:Package} \${source:Version}" ${package} OUTPUT_VARIABLE source)
    string(APPEND list "${package} (Debian source ${source})\n")
    if(NOT EXISTS /usr/share/doc/${package}/copyright)
      message(FATAL_ERROR "/usr/share/doc/${package}/copyright is missing: was the package installed without its documentation?")
    endif()
    file(REAL_PATH /usr/share/doc/${package}/copyright copyright)
    file(COPY_FILE ${copyright} ${folder}/${package}.copyright)
    file(STRINGS ${copyright} named REGEX "/usr/share/common-licenses/")
    foreach(line IN LISTS named)
      string(REGEX MATCHALL "/usr/share/common-licenses/[A-Za-z]+(-[0-9]+(\\.[0-9]+)?)?" texts "${line}")
      foreach(text IN LISTS texts)
        if(EXISTS ${text})
          get_filename_component(name ${text} NAME)
          file(MAKE_DIRECTORY ${folder}/common-licenses)
          file(REAL_PATH ${text} real)
          file(COPY_FILE ${real} ${folder}/common-licenses/${name})
        endif()
      endforeach()
    endforeach()
  endforeach()
  file(WRITE ${folder}/LIBRARIES.txt "Libraries, plugins and QML modules in this archive come unchanged from these packages of Debian, where their source is too (apt-get source NAME, or
https://snapshot.debian.org); their licences are in the files *.copyright beside this one, and the texts that those call
/usr/share/common-licenses/... are in the folder common-licenses. They are separate files that the programs load: under the terms of the LGPL you may
put a version of your own in their place, in the folders lib, plugins and qml.\n\n${list}")
endfunction()
