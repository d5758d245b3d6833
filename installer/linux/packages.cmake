# .deb, .rpm and the self-contained archive. Included by cmake/EddyPackage.cmake.
set(CPACK_GENERATOR "DEB;RPM;External")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

# eddy_wrap(<variable> <text>): in lines that control files may have.
function(eddy_wrap variable text)
  set(lines "")
  set(line "")
  string(REPLACE " " ";" words "${text}")
  foreach(word IN LISTS words)
    string(LENGTH "${line} ${word}" length)
    if(length GREATER 76)
      string(APPEND lines "${line}\n")
      set(line "${word}")
    else()
      string(STRIP "${line} ${word}" line)
    endif()
  endforeach()
  set(${variable} "${lines}${line}" PARENT_SCOPE)
endfunction()

# Files that Debian wants and nobody else: changelog, copyright, what is said at removal.
set(product ${EDDY_PRODUCT_FOLDER})
if(NOT EDDY_RELEASE_TIME)
  execute_process(COMMAND git log -1 --format=%cD WORKING_DIRECTORY ${CMAKE_SOURCE_DIR} OUTPUT_VARIABLE EDDY_RELEASE_TIME
                  OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
endif()
if(NOT EDDY_RELEASE_TIME)
  set(EDDY_RELEASE_TIME "Thu, 01 Jan 1970 00:00:00 +0000")
endif()
configure_file(installer/linux/changelog.in ${product}/changelog.Debian @ONLY)
file(READ NOTICE EDDY_NOTICE)
string(REGEX REPLACE "\n\n" "\n.\n" EDDY_NOTICE_LINES "${EDDY_NOTICE}")
string(REGEX REPLACE "\n" "\n " EDDY_NOTICE_LINES " ${EDDY_NOTICE_LINES}")
configure_file(installer/linux/copyright.in ${product}/copyright @ONLY)
configure_file(installer/linux/postrm.in ${product}/deb/postrm @ONLY FILE_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ
               GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
find_program(EDDY_GZIP gzip REQUIRED)
execute_process(COMMAND ${EDDY_GZIP} -9nkf ${product}/changelog.Debian)
install(FILES ${product}/changelog.Debian.gz ${product}/copyright DESTINATION share/doc/eddy)
foreach(backend cuda vulkan)
  install(FILES ${product}/changelog.Debian.gz ${product}/copyright DESTINATION share/doc/eddy-${backend} COMPONENT ${backend})
endforeach()

# Debian. dpkg-shlibdeps sees no QML modules and no plugins: they are named here.
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS OFF)
set(CPACK_DEBIAN_APP_PACKAGE_NAME eddy)
set(CPACK_DEBIAN_APP_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_APP_PACKAGE_CONTROL_EXTRA ${product}/deb/postrm)
string(CONCAT CPACK_DEBIAN_APP_PACKAGE_DEPENDS
  "qml6-module-qtquick, qml6-module-qtquick-controls, qml6-module-qtquick-templates, qml6-module-qtquick-layouts, "
  "qml6-module-qtquick-window, qml6-module-qtquick-dialogs, qml6-module-qtquick-shapes, qml6-module-qtqml, "
  "qml6-module-qtqml-models, qml6-module-qtqml-workerscript, qml6-module-qt-labs-platform, qml6-module-qt-labs-qmlmodels, "
  "qml6-module-qt-labs-folderlistmodel, qt6-qpa-plugins, libqt6svg6, hicolor-icon-theme")
set(CPACK_DEBIAN_APP_PACKAGE_RECOMMENDS "fonts-noto-cjk, fonts-noto-color-emoji, poppler-data, qt6-wayland")
set(CPACK_DEBIAN_APP_PACKAGE_SUGGESTS "eddy-cuda, eddy-vulkan, tesseract-ocr")
# The loader is found at run time; shlibdeps does not see it.
set(CPACK_DEBIAN_VULKAN_PACKAGE_RECOMMENDS "libvulkan1, mesa-vulkan-drivers | vulkan-icd")
set(CPACK_RPM_vulkan_PACKAGE_SUGGESTS "libvulkan.so.1()(64bit)")
foreach(backend cuda vulkan)
  string(TOUPPER ${backend} upper)
  set(CPACK_DEBIAN_${upper}_PACKAGE_NAME eddy-${backend})
  set(CPACK_DEBIAN_${upper}_PACKAGE_SECTION utils)
  set(CPACK_DEBIAN_${upper}_PACKAGE_DEPENDS "eddy (= ${PROJECT_VERSION}-1)")
  set(CPACK_RPM_${backend}_PACKAGE_NAME eddy-${backend})
  set(CPACK_RPM_${backend}_PACKAGE_REQUIRES "eddy = ${PROJECT_VERSION}")
  eddy_wrap(text "The module with which ${EDDY_NAME} computes on ${backend_of_${backend}}. It is loaded when the driver is there; without \
it ${EDDY_NAME} computes on the processor.")
  set(CPACK_COMPONENT_${upper}_DESCRIPTION "${text}")
  set(CPACK_DEBIAN_${upper}_DESCRIPTION "${EDDY_NAME} on ${backend_of_${backend}}\n${text}")
endforeach()
eddy_wrap(text "${EDDY_DESCRIPTION}")
set(CPACK_COMPONENT_APP_DESCRIPTION "${text}")

# RPM. Libraries by their sonames, found by rpm itself; QML modules by files, whose packages every distribution names otherwise.
set(CPACK_RPM_COMPONENT_INSTALL ON)
set(CPACK_RPM_MAIN_COMPONENT app)
set(CPACK_RPM_FILE_NAME RPM-DEFAULT)
set(CPACK_RPM_PACKAGE_LICENSE "Apache-2.0 AND GPL-3.0-or-later AND MIT AND ISC AND OFL-1.1 AND Unicode-3.0")
set(CPACK_RPM_PACKAGE_GROUP "Applications/Productivity")
set(CPACK_RPM_PACKAGE_AUTOREQ ON)
set(CPACK_RPM_PACKAGE_RELOCATABLE OFF)
set(CPACK_RPM_APP_PACKAGE_NAME eddy)
set(CPACK_RPM_APP_PACKAGE_REQUIRES "hicolor-icon-theme, (qt6-qtdeclarative or qt6-declarative-imports or qml6-module-qtquick-controls), (qt6-qtsvg or libQt6Svg6 or libqt6svg6)")
set(CPACK_RPM_APP_POST_UNINSTALL_SCRIPT_FILE ${product}/deb/postrm)
set(CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION /usr/share/applications /usr/share/metainfo /usr/share/mime /usr/share/mime/packages
    /usr/share/man /usr/share/man/man1 /usr/share/doc /usr/share/icons /usr/share/icons/hicolor /usr/share/bash-completion
    /usr/share/bash-completion/completions /usr/share/zsh /usr/share/fish /usr/share/fish/vendor_completions.d /usr/libexec
    /usr/share/zsh/vendor-completions /usr/share/zsh/site-functions)
foreach(size 16x16 22x22 24x24 32x32 48x48 64x64 128x128 256x256 512x512 scalable)
  list(APPEND CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION /usr/share/icons/hicolor/${size} /usr/share/icons/hicolor/${size}/apps)
endforeach()

# The archive with all libraries and the self-extracting file.
set(CPACK_EXTERNAL_PACKAGE_SCRIPT ${CMAKE_SOURCE_DIR}/installer/linux/bundle.cmake)
set(CPACK_EXTERNAL_ENABLE_STAGING OFF)
set(CPACK_EDDY_BUILD_FOLDER ${CMAKE_BINARY_DIR})
set(CPACK_EDDY_SOURCE_FOLDER ${CMAKE_SOURCE_DIR})
set(CPACK_EDDY_ARCHITECTURE ${CMAKE_SYSTEM_PROCESSOR})
