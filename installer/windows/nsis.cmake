# Installs into a folder and runs makensis on it; the zip is the same folder with the marker of a portable copy. CPack runs this ("External").
cmake_minimum_required(VERSION 3.25)
set(name Eddy-${CPACK_PACKAGE_VERSION}-windows-x86_64)
set(work ${CPACK_EDDY_BUILD_FOLDER}/installer)
set(tree ${work}/${name})
file(REMOVE_RECURSE ${work})
execute_process(COMMAND ${CMAKE_COMMAND} --install ${CPACK_EDDY_BUILD_FOLDER} --prefix ${tree} --component app ${CPACK_EDDY_STRIP}
                COMMAND_ERROR_IS_FATAL ANY)

# What is installed is what is taken away: the uninstaller deletes by this list, never a folder with all that somebody put there.
file(GLOB_RECURSE files RELATIVE ${tree} ${tree}/*)
set(delete "")
set(folders "")
foreach(file IN LISTS files)
  string(REPLACE "/" "\\" native "${file}")
  string(APPEND delete "  Delete \"$INSTDIR\\${native}\"\n")
  get_filename_component(folder ${file} DIRECTORY)
  while(folder)
    list(APPEND folders ${folder})
    get_filename_component(folder "${folder}" DIRECTORY)
  endwhile()
endforeach()
list(REMOVE_DUPLICATES folders)
list(SORT folders ORDER DESCENDING)  # the inner ones first
foreach(folder IN LISTS folders)
  string(REPLACE "/" "\\" native "${folder}")
  string(APPEND delete "  RMDir \"$INSTDIR\\${native}\"\n")
endforeach()
file(WRITE ${work}/uninstall_files.nsh "${delete}")

find_program(MAKENSIS makensis PATHS "C:/Program Files (x86)/NSIS" REQUIRED)
execute_process(COMMAND ${MAKENSIS} -V2 ${CPACK_EDDY_NSIS_FLAGS} -DTREE=${tree} -DLIST=${work}/uninstall_files.nsh
                        -DOUT=${CPACK_PACKAGE_DIRECTORY}/${name}-setup.exe ${CPACK_EDDY_BUILD_FOLDER}/product/eddy.nsi
                COMMAND_ERROR_IS_FATAL ANY)
file(TOUCH ${tree}/eddy.portable)
execute_process(COMMAND ${CMAKE_COMMAND} -E tar cf ${CPACK_PACKAGE_DIRECTORY}/${name}-portable.zip --format=zip ${name}
                WORKING_DIRECTORY ${work} COMMAND_ERROR_IS_FATAL ANY)
set(CPACK_EXTERNAL_BUILT_PACKAGES ${CPACK_PACKAGE_DIRECTORY}/${name}-setup.exe ${CPACK_PACKAGE_DIRECTORY}/${name}-portable.zip)
