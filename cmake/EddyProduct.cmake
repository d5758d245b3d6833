# What the world sees of Eddy, said once: the version is the project's; names, descriptions, file types and paths are here. Desktop entry,
# metainfo, MIME types, icons, Info.plist, the Windows installer, the packages and the programs themselves are made from it.
set(EDDY_VERSION_OVERRIDE "" CACHE STRING "Another version, to prove that an upgrade works (tests/installer)")
if(EDDY_VERSION_OVERRIDE MATCHES "^([0-9]+)\\.([0-9]+)\\.([0-9]+)$")
  set(PROJECT_VERSION ${EDDY_VERSION_OVERRIDE})
  set(PROJECT_VERSION_MAJOR ${CMAKE_MATCH_1})
  set(PROJECT_VERSION_MINOR ${CMAKE_MATCH_2})
  set(PROJECT_VERSION_PATCH ${CMAKE_MATCH_3})
endif()
set(EDDY_NAME "Eddy")
set(EDDY_SUMMARY "${PROJECT_DESCRIPTION}")
set(EDDY_DESCRIPTION
    "Eddy runs language models whose memory is a recurrent state of fixed size (RWKV, Mamba, their hybrids and relatives) on your own \
computer. It keeps that state beside the text of every conversation, so a chat goes on at once after a restart or a crash, at any \
length and from any turn. Files and folders dropped on the window are read in the background and can be asked about.")
set(EDDY_KEYWORDS "AI;LLM;chat;language model;RWKV;Mamba;offline;documents;")
set(EDDY_AUTHORS "The Eddy authors")
set(EDDY_LICENSE "Apache-2.0")
# Whoever publishes packages puts their own address, home page and (for stores) application id here.
set(EDDY_APP_ID "chat.eddy.Eddy" CACHE STRING "Application id: desktop file, icons, metainfo, bundle, window class")
set(EDDY_CONTACT "The Eddy authors <eddy@chat.eddy.invalid>" CACHE STRING "Maintainer of the packages, with an address")
set(EDDY_UPDATE_ADDRESS "" CACHE STRING "https address of release.json (installer/release/seal.sh); empty: nobody is asked for updates")
set(EDDY_UPDATE_KEY "" CACHE STRING "Public half of the key that signs it: 32 bytes of Ed25519 in base64")
set(EDDY_HOMEPAGE "" CACHE STRING "Home page for metainfo and packages; empty: none is named")

# Kind | MIME type | patterns | comment | magic bytes ("" = none, "68:" before them = at byte 68). Patterns are separated by commas.
set(EDDY_FILE_TYPES
  "chat|application/vnd.eddy.chat|*.eddy|Eddy chat|68:EdCh"
  "model|application/x-gguf|*.gguf|GGUF language model|GGUF"
  "model|application/x-safetensors|*.safetensors|Safetensors language model|"
  "model|application/x-pytorch-model|*.pth,*.rwkv|PyTorch language model|")

# The build's own folders are looked in for modules and the starter model, except in packages: a program on a stranger's computer
# must not load what happens to lie at a path of the machine that built it.
option(EDDY_PACKAGED "Build for packages: nothing outside the installed tree is looked for" OFF)
set(EDDY_SOURCE_STARTER "")
set(EDDY_MODULE_FOLDER "")
if(NOT EDDY_PACKAGED)
  set(EDDY_SOURCE_STARTER "${CMAKE_SOURCE_DIR}/resources/starter")
  set(EDDY_MODULE_FOLDER "${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
endif()

# A header of its own: another version compiles three files anew, not all.
set(EDDY_PRODUCT_FOLDER ${CMAKE_BINARY_DIR}/product)
configure_file(${CMAKE_CURRENT_LIST_DIR}/eddy_product.h.in ${EDDY_PRODUCT_FOLDER}/eddy_product.h @ONLY)

# eddy_windows_resources(<program>): icon, version and manifest.
function(eddy_windows_resources target)
  if(NOT WIN32)
    return()
  endif()
  enable_language(RC)
  configure_file(${CMAKE_SOURCE_DIR}/cmake/windows.rc.in ${EDDY_PRODUCT_FOLDER}/windows.rc @ONLY)
  target_sources(${target} PRIVATE ${EDDY_PRODUCT_FOLDER}/windows.rc)
  if(MSVC)
    target_link_options(${target} PRIVATE /MANIFEST:NO)  # ours is the only one
  endif()
endfunction()

# What is installed without naming a component belongs to the program itself; backends are packages of their own.
set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME app)
