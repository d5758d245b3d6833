# eddy_add_test(<path below tests/, without _test.cpp> LIBRARIES <targets...> [LABELS ...] [TIMEOUT seconds])
# One Qt Test program per source file; the CTest name is the path: ctest -R engine/ops/wkv7
find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
# Without the build folder's name, which Qt adds for QFINDTESTDATA: the same test in another folder is the same compile.
set_property(TARGET Qt6::Test PROPERTY INTERFACE_COMPILE_DEFINITIONS QT_TESTLIB_LIB)
function(eddy_add_test path)
  cmake_parse_arguments(A "" "TIMEOUT" "LIBRARIES;LABELS" ${ARGN})
  string(REPLACE "/" "_" target ${path})
  # moc by hand: one step for a test instead of the five that AUTOMOC takes. It needs no includes to find the slots.
  get_filename_component(name ${path} NAME)
  set(source ${CMAKE_SOURCE_DIR}/tests/${path}_test.cpp)
  set(moc_folder ${CMAKE_CURRENT_BINARY_DIR}/moc/${target})
  file(MAKE_DIRECTORY ${moc_folder})
  add_custom_command(OUTPUT ${moc_folder}/${name}_test.moc
    COMMAND Qt6::moc "-D$<JOIN:$<TARGET_PROPERTY:${target},COMPILE_DEFINITIONS>,;-D>"
            -o ${moc_folder}/${name}_test.moc ${source}
    DEPENDS ${source} VERBATIM COMMAND_EXPAND_LISTS)
  add_executable(${target} ${source} ${moc_folder}/${name}_test.moc)
  target_include_directories(${target} PRIVATE ${moc_folder})
  set_target_properties(${target} PROPERTIES AUTOMOC OFF AUTOUIC OFF
                        RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/test-bin)
  target_link_libraries(${target} PRIVATE ${A_LIBRARIES} Qt6::Core Qt6::Test)
  target_compile_definitions(${target} PRIVATE EDDY_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data"
                             EDDY_RESOURCES="${CMAKE_SOURCE_DIR}/resources")
  add_test(NAME ${path} COMMAND ${target})
  if(NOT A_TIMEOUT)
    set(A_TIMEOUT 120)
  endif()
  if(EDDY_SANITIZE)
    math(EXPR A_TIMEOUT "${A_TIMEOUT} * 10")
  endif()
  set(environment "QT_QPA_PLATFORM=offscreen;EDDY_BACKEND=cpu;LC_ALL=C.UTF-8;LANGUAGE=")
  if(EDDY_SANITIZE STREQUAL "thread")
    list(APPEND environment "TSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/tsan-suppressions.txt")
  endif()
  set_tests_properties(${path} PROPERTIES TIMEOUT ${A_TIMEOUT} LABELS "${A_LABELS}" ENVIRONMENT "${environment}")
endfunction()
