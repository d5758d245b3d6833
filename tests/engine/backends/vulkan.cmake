# Vulkan, computed by Mesa's lavapipe, which needs no GPU: the tests of the ops and of the architectures once more, on
# that backend. The validation layer watches, a message of it ends the test; work memory is filled with NaN before
# every run.
set(vulkan_environment
  EDDY_VULKAN_VALIDATE=1 EDDY_VULKAN_POISON=1 VK_ICD_FILENAMES=/usr/share/vulkan/icd.d/lvp_icd.x86_64.json
  EDDY_CACHE=${CMAKE_BINARY_DIR}/vulkan-cache EDDY_MODULES=${CMAKE_RUNTIME_OUTPUT_DIRECTORY}
  QT_QPA_PLATFORM=offscreen)
foreach(op
    attention causal_conv ddlerp delta_inputs elementwise embedding experts gate gated_delta layer_norm linear
    linear_attention mamba3 plain_ops rg_lru rms_norm rotary rwkv7_key rwkv7_readout selective_scan ssd token_shift wkv4 wkv7)
  add_test(NAME vulkan/ops/${op} COMMAND engine_ops_${op})
  set_tests_properties(vulkan/ops/${op} PROPERTIES TIMEOUT 400 ENVIRONMENT
    "EDDY_TEST_BACKENDS=vulkan;EDDY_TEST_ALL_KERNELS=1;EDDY_VULKAN_SELF_TEST=0;EDDY_BACKEND=cpu;${vulkan_environment}")
endforeach()

# Products in halves, as on matrix units, in plain arithmetic; recurrences as on a device whose subgroups cannot shuffle.
set(op_environment "EDDY_TEST_BACKENDS=vulkan;EDDY_TEST_ALL_KERNELS=1;EDDY_VULKAN_SELF_TEST=0;EDDY_BACKEND=cpu")
add_test(NAME vulkan/halves/linear COMMAND engine_ops_linear)
set_tests_properties(vulkan/halves/linear PROPERTIES TIMEOUT 400 ENVIRONMENT
  "EDDY_VULKAN_MATRICES=plain;${op_environment};${vulkan_environment}")
foreach(op gated_delta linear_attention ssd wkv7)
  add_test(NAME vulkan/no_shuffles/${op} COMMAND engine_ops_${op})
  set_tests_properties(vulkan/no_shuffles/${op} PROPERTIES TIMEOUT 400 ENVIRONMENT
    "EDDY_VULKAN_SHUFFLES=0;${op_environment};${vulkan_environment}")
endforeach()
add_test(NAME vulkan/halves/backend COMMAND engine_backends_vulkan)
set_tests_properties(vulkan/halves/backend PROPERTIES TIMEOUT 400 ENVIRONMENT
  "EDDY_VULKAN_MATRICES=plain;EDDY_BACKEND=cpu;${vulkan_environment}")

eddy_add_test(engine/backends/vulkan_matrices)
target_sources(engine_backends_vulkan_matrices PRIVATE ${CMAKE_SOURCE_DIR}/engine/backends/vulkan/vk/cooperative.cpp)
target_include_directories(engine_backends_vulkan_matrices PRIVATE ${CMAKE_SOURCE_DIR} ${EDDY_VULKAN_HEADERS})

eddy_add_test(engine/backends/vulkan LIBRARIES eddy_engine TIMEOUT 400)
target_compile_definitions(engine_backends_vulkan PRIVATE QT_NO_KEYWORDS)
set_tests_properties(engine/backends/vulkan PROPERTIES ENVIRONMENT "EDDY_BACKEND=cpu;${vulkan_environment}")

eddy_add_test(engine/backends/vulkan_rank_step LIBRARIES eddy_engine)
target_sources(engine_backends_vulkan_rank_step PRIVATE ${CMAKE_SOURCE_DIR}/engine/backends/vulkan/rank_step.cpp
               ${CMAKE_SOURCE_DIR}/engine/backends/gpu/fused_ops.cpp ${CMAKE_SOURCE_DIR}/engine/backends/gpu/fusion.cpp)
target_include_directories(engine_backends_vulkan_rank_step PRIVATE ${EDDY_VULKAN_HEADERS} ${CMAKE_BINARY_DIR}/engine/backends/vulkan)
target_compile_definitions(engine_backends_vulkan_rank_step PRIVATE QT_NO_KEYWORDS)
set_tests_properties(engine/backends/vulkan_rank_step PROPERTIES TIMEOUT 400 ENVIRONMENT "${op_environment};${vulkan_environment}")

add_test(NAME vulkan/no_shuffles/rank_step COMMAND engine_backends_vulkan_rank_step)
set_tests_properties(vulkan/no_shuffles/rank_step PROPERTIES TIMEOUT 400 ENVIRONMENT
  "EDDY_VULKAN_SHUFFLES=0;${op_environment};${vulkan_environment}")

# Packed weights by integer dot products, which lavapipe makes of several instructions.
foreach(test ops_linear backends_fused_ops)
  add_test(NAME vulkan/integers/${test} COMMAND engine_${test})
  set_tests_properties(vulkan/integers/${test} PROPERTIES TIMEOUT 400 ENVIRONMENT
    "EDDY_VULKAN_INTEGERS=1;${op_environment};${vulkan_environment}")
endforeach()

add_test(NAME vulkan/networks COMMAND engine_backends_gpu_networks)
set_tests_properties(vulkan/networks PROPERTIES TIMEOUT 400
                     ENVIRONMENT "EDDY_TEST_BACKENDS=vulkan;EDDY_BACKEND=cpu;${vulkan_environment}")

# Layers on two devices, each the first one once, and all on one device in two parts.
foreach(devices "vulkan=cpu" "cpu=vulkan" "vulkan=vulkan")
  string(REPLACE "=" " " both "${devices}")
  string(REPLACE "=" "_" name "${devices}")
  add_test(NAME vulkan/split/${name} COMMAND engine_sequence_split_forward_pass)
  set_tests_properties(vulkan/split/${name} PROPERTIES TIMEOUT 400
                       ENVIRONMENT "EDDY_TEST_DEVICES=${both};EDDY_BACKEND=cpu;${vulkan_environment}")
endforeach()

# Networks that use the other ops.
foreach(architecture delta_models hybrids llama mamba mamba3 minimax qwen_hybrids recurrent_gemma rwkv6)
  add_test(NAME vulkan/architectures/${architecture} COMMAND engine_architectures_${architecture})
  set_tests_properties(vulkan/architectures/${architecture} PROPERTIES TIMEOUT 400
                       ENVIRONMENT "EDDY_BACKEND=vulkan;${vulkan_environment}")
endforeach()

foreach(test fused_ops gpu_ops)
  add_test(NAME vulkan/ops/${test} COMMAND engine_backends_${test})
  set_tests_properties(vulkan/ops/${test} PROPERTIES TIMEOUT 400 ENVIRONMENT
    "EDDY_TEST_BACKENDS=vulkan;EDDY_TEST_ALL_KERNELS=1;EDDY_VULKAN_SELF_TEST=0;EDDY_BACKEND=cpu;${vulkan_environment}")
endforeach()
