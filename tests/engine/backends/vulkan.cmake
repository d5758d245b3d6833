# Every op on Vulkan, computed by Mesa's lavapipe, which needs no GPU: the tests of the ops once more, on that backend.
# The validation layer watches, a message of it ends the test; work memory is filled with NaN before every run.
set(vulkan_environment
  EDDY_VULKAN_VALIDATE=1 EDDY_VULKAN_POISON=1 VK_ICD_FILENAMES=/usr/share/vulkan/icd.d/lvp_icd.x86_64.json
  EDDY_CACHE=${CMAKE_BINARY_DIR}/vulkan-cache EDDY_MODULES=${CMAKE_RUNTIME_OUTPUT_DIRECTORY} EDDY_BACKEND=cpu
  QT_QPA_PLATFORM=offscreen)
foreach(op
    ddlerp elementwise embedding gated_delta layer_norm linear linear_attention ssd token_shift wkv7)
  add_test(NAME vulkan/ops/${op} COMMAND engine_ops_${op})
  set_tests_properties(vulkan/ops/${op} PROPERTIES TIMEOUT 120
    ENVIRONMENT "EDDY_TEST_BACKENDS=vulkan;EDDY_TEST_ALL_KERNELS=1;${vulkan_environment}")
endforeach()
