#include "engine/backends/vulkan/vulkan_call.h"

namespace eddy {

void Recorder::barrier() {
  if (wanted_) return;
  vk::barrier_between_shaders(device_.f(), commands_);
}

void Recorder::dispatch_bytes(Shader shader, const std::vector<std::uint32_t>& constants, Groups groups,
                              const Push& push) {
  if (!status_ || groups.x * groups.y * groups.z == 0) return;
  if (wanted_) {
    wanted_->emplace(shader, constants);
    return;
  }
  const auto pipeline = device_.pipelines().get(shader, constants);
  if (!pipeline) {
    status_ = pipeline.error();
    return;
  }
  const auto& f = device_.f();
  f.vkCmdBindPipeline(commands_, VK_PIPELINE_BIND_POINT_COMPUTE, *pipeline);
  f.vkCmdPushConstants(commands_, device_.pipelines().layout(), VK_SHADER_STAGE_COMPUTE_BIT, 0,
                       static_cast<std::uint32_t>((push.size + 3) / 4 * 4), push.bytes);
  f.vkCmdDispatch(commands_, u32(groups.x), u32(groups.y), u32(groups.z));
}

}  // namespace eddy
