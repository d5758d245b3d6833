// What every shader shares. Operands are addresses in push constants; there are no descriptors.
#extension GL_EXT_buffer_reference : require
#extension GL_EXT_control_flow_attributes : require
#extension GL_KHR_shader_subgroup_basic : require
#extension GL_KHR_shader_subgroup_arithmetic : require

layout(local_size_x_id = 0) in;

layout(buffer_reference, std430, buffer_reference_align = 4) buffer Floats { float v[]; };
layout(buffer_reference, std430, buffer_reference_align = 16) buffer Floats4 { vec4 v[]; };
layout(buffer_reference, std430, buffer_reference_align = 4) readonly buffer Words { uint v[]; };
layout(buffer_reference, std430, buffer_reference_align = 16) readonly buffer Words4 { uvec4 v[]; };
layout(buffer_reference, std430, buffer_reference_align = 4) readonly buffer Tokens { int v[]; };
layout(buffer_reference, std430, buffer_reference_align = 8) readonly buffer Blocks { Floats v[]; };

// What a run knows of one sequence (engine/backends/vulkan/vulkan_executable.cpp).
struct Sequence {
  Floats fixed_slots;  // all of them, one after the other
  Blocks blocks;       // [per-token slot][capacity]: blocks of kTokensPerBlock rows
  uint before;         // tokens read before this call
  uint capacity;
};
layout(buffer_reference, std430, buffer_reference_align = 8) readonly buffer Sequences { Sequence v[]; };

const uint kTokensPerBlock = 256;

// Large numbers of work groups are spread over x and y (spread() in engine/backends/vulkan/vulkan_call.h).
uint group_index() { return gl_WorkGroupID.y * gl_NumWorkGroups.x + gl_WorkGroupID.x; }
uint group_size() { return gl_WorkGroupSize.x; }
uint lane() { return gl_LocalInvocationID.x; }
