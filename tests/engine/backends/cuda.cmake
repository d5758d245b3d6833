# CUDA, where there is an NVIDIA device: the tests of the ops and of the architectures once more, on that backend, with work
# memory full of NaN before every run. Listed as not run, instead of passing without a word, where there is none.
set(cuda_environment EDDY_BACKEND=cpu EDDY_CUDA_POISON=1 EDDY_MODULES=${CMAKE_RUNTIME_OUTPUT_DIRECTORY}
    QT_QPA_PLATFORM=offscreen)
set(cuda_tests "")
foreach(op
    attention causal_conv columns ddlerp delta_inputs elementwise embedding experts gate gated_delta head_bonus layer_norm
    linear linear_attention mamba3 plain_ops repeat_heads rg_lru rms_norm rotary rwkv7_key rwkv7_readout scale
    selective_scan sigmoid_decay ssd token_shift wkv4 wkv7)
  add_test(NAME cuda/ops/${op} COMMAND engine_ops_${op})
  list(APPEND cuda_tests cuda/ops/${op})
endforeach()
foreach(test fused_ops gpu_ops token_draw)
  add_test(NAME cuda/ops/${test} COMMAND engine_backends_${test})
  list(APPEND cuda_tests cuda/ops/${test})
endforeach()
set_tests_properties(${cuda_tests} PROPERTIES ENVIRONMENT
  "EDDY_TEST_BACKENDS=cuda;EDDY_TEST_ALL_KERNELS=1;${cuda_environment}")

# Layers on two devices; of a computer with several cards EDDY_TEST_DEVICES="cuda:0 cuda:1" is worth trying by hand.
foreach(devices "cuda=cpu" "cpu=cuda" "cuda=cuda")
  string(REPLACE "=" " " both "${devices}")
  string(REPLACE "=" "_" name "${devices}")
  add_test(NAME cuda/split/${name} COMMAND engine_sequence_split_forward_pass)
  set_tests_properties(cuda/split/${name} PROPERTIES ENVIRONMENT "EDDY_TEST_DEVICES=${both};${cuda_environment}")
  list(APPEND cuda_tests cuda/split/${name})
endforeach()

# Networks that use the other ops.
list(REMOVE_ITEM cuda_environment EDDY_BACKEND=cpu)
foreach(architecture delta_models hybrids llama mamba mamba3 minimax qwen_hybrids recurrent_gemma rwkv6)
  add_test(NAME cuda/architectures/${architecture} COMMAND engine_architectures_${architecture})
  set_tests_properties(cuda/architectures/${architecture} PROPERTIES ENVIRONMENT "EDDY_BACKEND=cuda;${cuda_environment}")
  list(APPEND cuda_tests cuda/architectures/${architecture})
endforeach()

set_tests_properties(${cuda_tests} PROPERTIES TIMEOUT 400)
if(NOT EXISTS /dev/nvidiactl)
  set_tests_properties(${cuda_tests} PROPERTIES DISABLED TRUE)
endif()
