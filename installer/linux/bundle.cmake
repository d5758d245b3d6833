# The archive that brings everything along: programs, Qt with its QML modules and plugins, and every other library but those that belong
# to the system (C library, graphics driver, display server). CPack runs this ("External"); by hand:
#   cmake -DCPACK_EDDY_BUILD_FOLDER=build -DCPACK_EDDY_SOURCE_FOLDER=. -DCPACK_PACKAGE_VERSION=… -DCPACK_EDDY_ARCHITECTURE=x86_64
#         -DCPACK_PACKAGE_DIRECTORY=out -P installer/linux/bundle.cmake
cmake_minimum_required(VERSION 3.25)
include(${CMAKE_CURRENT_LIST_DIR}/bundle_qt.cmake)

# 6 is what a release takes; 1 is a quarter of the time, for trying.
set(level 6)
if(DEFINED ENV{EDDY_XZ_LEVEL})
  set(level $ENV{EDDY_XZ_LEVEL})
endif()
set(ENV{XZ_OPT} "-${level} -T0")

set(name Eddy-${CPACK_PACKAGE_VERSION}-linux-${CPACK_EDDY_ARCHITECTURE})
set(work ${CPACK_EDDY_BUILD_FOLDER}/bundle)
set(tree ${work}/${name})
set(out ${CPACK_PACKAGE_DIRECTORY})
file(REMOVE_RECURSE ${work})
file(MAKE_DIRECTORY ${work})

# Runs a program; what it says is shown when it fails.
function(run_or_stop)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE failed OUTPUT_VARIABLE said ERROR_VARIABLE said)
  if(failed)
    message(FATAL_ERROR "${ARGN} failed: ${said}")
  endif()
endfunction()

function(install_component component prefix)
  run_or_stop(${CMAKE_COMMAND} --install ${CPACK_EDDY_BUILD_FOLDER} --prefix ${prefix} --component ${component} --strip)
endfunction()

install_component(app ${tree})
file(REMOVE ${tree}/share/doc/eddy/changelog.Debian.gz ${tree}/share/doc/eddy/copyright)  # Debian's
set(programs ${tree}/bin/eddy ${tree}/bin/eddy-cli ${tree}/libexec/eddy/eddy-reader)

eddy_copy_qt(${tree} ${CPACK_EDDY_SOURCE_FOLDER}/ui)
file(GLOB_RECURSE plugins ${tree}/plugins/*.so ${tree}/qml/*.so)
eddy_copy_libraries(${tree}/lib "${programs}" "${plugins}")

# The loader finds the copies first, wherever the tree lies.
file(GLOB libraries ${tree}/lib/*.so*)
foreach(file IN LISTS programs plugins libraries)
  if(IS_SYMLINK ${file})
    continue()
  endif()
  get_filename_component(folder ${file} DIRECTORY)
  file(RELATIVE_PATH lib ${folder} ${tree}/lib)
  string(REGEX REPLACE "/$" "" run_path "$ORIGIN/${lib}")
  run_or_stop(patchelf --set-rpath ${run_path} ${file})
endforeach()
file(WRITE ${tree}/bin/qt.conf "[Paths]\nPrefix = ..\nPlugins = plugins\nQmlImports = qml\nQml2Imports = qml\n")
configure_file(${CMAKE_CURRENT_LIST_DIR}/bundle_readme.txt.in ${tree}/README.txt @ONLY)
file(WRITE ${tree}/share/eddy/version "${CPACK_PACKAGE_VERSION}\n")
file(CREATE_LINK bin/eddy ${tree}/eddy SYMBOLIC)
eddy_write_library_notices(${tree}/share/doc/eddy)

set(reproducible --sort=name --owner=0 --group=0 --numeric-owner)
run_or_stop(tar -C ${work} ${reproducible} -cJf ${out}/${name}.tar.xz ${name})
set(made ${out}/${name}.tar.xz)

find_program(MAKESELF makeself)
if(MAKESELF)
  configure_file(${CMAKE_CURRENT_LIST_DIR}/self_extract.sh ${tree}/install.sh COPYONLY)
  configure_file(${CMAKE_CURRENT_LIST_DIR}/switch_version.sh ${tree}/share/eddy/switch-version.sh COPYONLY)
  run_or_stop(${MAKESELF} --xz --complevel ${level} --nox11 --nomd5 --sha256 --license ${CPACK_EDDY_SOURCE_FOLDER}/LICENSE ${tree} ${out}/${name}.run
              "Eddy ${CPACK_PACKAGE_VERSION}" ./install.sh)
  list(APPEND made ${out}/${name}.run)
endif()

# Backends: archives of their own, unpacked over the tree.
foreach(backend cuda vulkan)
  set(module_tree ${work}/${backend}/${name})
  install_component(${backend} ${module_tree})
  if(EXISTS ${module_tree}/lib/eddy)
    file(REMOVE_RECURSE ${module_tree}/share)
    run_or_stop(tar -C ${work}/${backend} ${reproducible} -cJf ${out}/${name}-${backend}.tar.xz ${name})
    list(APPEND made ${out}/${name}-${backend}.tar.xz)
  endif()
endforeach()
set(CPACK_EXTERNAL_BUILT_PACKAGES ${made})
