# Application bundle in a disk image. Included by cmake/EddyPackage.cmake. The bundle is put together here, signed and notarised by
# installer/macos/sign.sh, which takes its identity from the environment. Written after Apple's and Qt's documentation; docs/platforms.md says what
# was never run.
set(CPACK_GENERATOR DragNDrop)
set(CPACK_PACKAGE_FILE_NAME "Eddy-${PROJECT_VERSION}-macos-${CMAKE_SYSTEM_PROCESSOR}")
set(CPACK_DMG_VOLUME_NAME "${EDDY_NAME}")
set(product ${EDDY_PRODUCT_FOLDER})

# Document types and type identifiers of Info.plist.
set(EDDY_PLIST_DOCUMENTS "")
set(EDDY_PLIST_EXPORTED "")
set(EDDY_PLIST_IMPORTED "")
foreach(line IN LISTS EDDY_FILE_TYPES)
  string(REPLACE "|" ";" fields "${line};")
  list(GET fields 0 kind)
  list(GET fields 1 type)
  list(GET fields 2 patterns)
  list(GET fields 3 comment)
  string(REGEX REPLACE "\\*\\.([a-z]+)" "<string>\\1</string>" extensions "${patterns}")
  string(REPLACE "," "" extensions "${extensions}")
  string(REGEX REPLACE "^\\*\\.([a-z]+).*" "${EDDY_APP_ID}.\\1" identifier "${patterns}")
  set(rank Alternate)
  set(declared IMPORTED)
  if(kind STREQUAL "chat")
    set(rank Owner)
    set(declared EXPORTED)
  endif()
  string(APPEND EDDY_PLIST_DOCUMENTS "    <dict>
      <key>CFBundleTypeName</key><string>${comment}</string>
      <key>CFBundleTypeRole</key><string>Viewer</string>
      <key>LSHandlerRank</key><string>${rank}</string>
      <key>LSItemContentTypes</key><array><string>${identifier}</string></array>
    </dict>\n")
  string(APPEND EDDY_PLIST_${declared} "    <dict>
      <key>UTTypeIdentifier</key><string>${identifier}</string>
      <key>UTTypeDescription</key><string>${comment}</string>
      <key>UTTypeConformsTo</key><array><string>public.data</string></array>
      <key>UTTypeTagSpecification</key><dict>
        <key>public.filename-extension</key><array>${extensions}</array>
        <key>public.mime-type</key><string>${type}</string>
      </dict>
    </dict>\n")
endforeach()
configure_file(installer/macos/Info.plist.in ${product}/Info.plist @ONLY)

if(TARGET eddy)
  set_target_properties(eddy PROPERTIES MACOSX_BUNDLE ON MACOSX_BUNDLE_INFO_PLIST ${product}/Info.plist OUTPUT_NAME Eddy)
  # The icon from the drawn sizes: iconutil wants this folder.
  set(iconset ${product}/eddy.iconset)
  file(MAKE_DIRECTORY ${iconset})
  foreach(size 16 32 128 256 512)
    file(COPY_FILE resources/icons/app/eddy-${size}.png ${iconset}/icon_${size}x${size}.png)
  endforeach()
  file(COPY_FILE resources/icons/app/eddy-32.png ${iconset}/icon_16x16@2x.png)
  file(COPY_FILE resources/icons/app/eddy-64.png ${iconset}/icon_32x32@2x.png)
  file(COPY_FILE resources/icons/app/eddy-256.png ${iconset}/icon_128x128@2x.png)
  file(COPY_FILE resources/icons/app/eddy-512.png ${iconset}/icon_256x256@2x.png)
  add_custom_command(OUTPUT ${product}/eddy.icns COMMAND iconutil -c icns -o ${product}/eddy.icns ${iconset})
  target_sources(eddy PRIVATE ${product}/eddy.icns)
  set_source_files_properties(${product}/eddy.icns PROPERTIES MACOSX_PACKAGE_LOCATION Resources)
  # Everything in the bundle: helper programs beside the main one, the starter model among the resources, Vulkan's loader for Metal as a library.
  set(contents Eddy.app/Contents)
  install(PROGRAMS $<TARGET_FILE:eddy-cli> $<TARGET_FILE:eddy-reader> DESTINATION ${contents}/MacOS)
  install(FILES resources/starter/starter.gguf resources/starter/README.md DESTINATION ${contents}/Resources/starter)
  install(FILES LICENSE NOTICE ${product}/THIRD-PARTY.txt DESTINATION ${contents}/Resources)
  find_library(EDDY_MOLTENVK MoltenVK)
  if(EDDY_MOLTENVK)
    install(FILES ${EDDY_MOLTENVK} DESTINATION ${contents}/Frameworks)
  endif()
  install(SCRIPT installer/macos/deploy.cmake)
endif()
