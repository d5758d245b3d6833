#include "engine/backends/vulkan/vk/pipelines.h"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <thread>

namespace eddy::vk {
namespace fs = std::filesystem;

fs::path cache_folder() {
  if (const char* chosen = std::getenv("EDDY_CACHE"); chosen && *chosen) return chosen;
  if (const char* cache = std::getenv("XDG_CACHE_HOME"); cache && *cache) return fs::path(cache) / "eddy";
  if (const char* home = std::getenv("HOME"); home && *home) return fs::path(home) / ".cache" / "eddy";
  return {};
}

std::vector<char> read_cache(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write_cache(const fs::path& file, const std::vector<char>& bytes) {
  std::error_code failed;
  fs::create_directories(file.parent_path(), failed);
  fs::path whole = file;
  whole += "." + std::to_string(getpid());
  std::ofstream out(whole, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (out) fs::rename(whole, file, failed);
  if (!out || failed) fs::remove(whole, failed);
}

fs::path Pipelines::file() const {
  const auto folder = cache_folder();
  if (folder.empty()) return {};
  return folder / ("vulkan-" + physical_.uuid + "-" + std::to_string(physical_.driver_version) + ".pipelines");
}

Result<void> Pipelines::create() {
  // The driver looks at the header of what it is given and ignores what another one wrote.
  const auto saved = file().empty() ? std::vector<char>{} : read_cache(file());
  VkPipelineCacheCreateInfo cache{VK_STRUCTURE_TYPE_PIPELINE_CACHE_CREATE_INFO};
  cache.initialDataSize = saved.size();
  cache.pInitialData = saved.data();
  if (f_.vkCreatePipelineCache(device_, &cache, nullptr, &cache_) != VK_SUCCESS) cache_ = VK_NULL_HANDLE;
  const VkPushConstantRange push{VK_SHADER_STAGE_COMPUTE_BIT, 0, static_cast<std::uint32_t>(kMostPushBytes)};
  VkPipelineLayoutCreateInfo layout{VK_STRUCTURE_TYPE_PIPELINE_LAYOUT_CREATE_INFO};
  layout.pushConstantRangeCount = 1;
  layout.pPushConstantRanges = &push;
  return vk_check(f_.vkCreatePipelineLayout(device_, &layout, nullptr, &layout_), "a pipeline layout cannot be made");
}

Pipelines::~Pipelines() {
  for (const auto& [key, pipeline] : pipelines_) f_.vkDestroyPipeline(device_, pipeline, nullptr);
  if (cache_) f_.vkDestroyPipelineCache(device_, cache_, nullptr);
  if (layout_) f_.vkDestroyPipelineLayout(device_, layout_, nullptr);
}

Result<VkPipeline> Pipelines::get(Shader shader, const std::vector<std::uint32_t>& constants) {
  const Key key(shader, constants);
  {
    const std::scoped_lock lock(mutex_);
    if (const auto found = pipelines_.find(key); found != pipelines_.end()) return found->second;
  }
  const auto made = compile(shader, constants);
  if (!made) return made;
  const std::scoped_lock lock(mutex_);
  changed_ = true;
  const auto [kept, is_new] = pipelines_.emplace(key, *made);
  if (!is_new) f_.vkDestroyPipeline(device_, *made, nullptr);  // another thread was quicker
  return kept->second;
}

void Pipelines::make_ready(const std::set<Key>& keys) {
  constexpr std::size_t kMostThreads = 8;
  std::vector<Key> missing;
  {
    const std::scoped_lock lock(mutex_);
    for (const Key& key : keys) {
      if (!pipelines_.contains(key)) missing.push_back(key);
    }
  }
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < missing.size(); i = next++) (void)get(missing[i].first, missing[i].second);
  };
  std::vector<std::jthread> others;
  const std::size_t threads =
      std::min({missing.size(), kMostThreads, std::size_t{std::max(1u, std::thread::hardware_concurrency())}});
  for (std::size_t i = 1; i < threads; ++i) others.emplace_back(work);
  work();
}

Result<VkPipeline> Pipelines::compile(Shader shader, const std::vector<std::uint32_t>& constants) {
  auto code = shader_code(shader);
  const MatrixUnits& units = physical_.matrix_units;
  const bool cooperates = shader_name(shader).starts_with("linear_units");
  std::vector<std::uint32_t> rewritten;
  if (cooperates && units.kind == MatrixKind::Khr) code = rewritten = with_khr_matrices(code);
  VkShaderModuleCreateInfo module_info{VK_STRUCTURE_TYPE_SHADER_MODULE_CREATE_INFO};
  module_info.codeSize = code.size_bytes();
  module_info.pCode = code.data();
  VkShaderModule module = VK_NULL_HANDLE;
  auto result = f_.vkCreateShaderModule(device_, &module_info, nullptr, &module);
  const std::string what = "the shader " + std::string(shader_name(shader)) + " cannot be made ready";
  if (result != VK_SUCCESS) return vk_error(result, what);
  std::vector<VkSpecializationMapEntry> entries;
  for (std::uint32_t i = 0; i < constants.size(); ++i) entries.push_back({i, 4 * i, 4});
  const VkSpecializationInfo special{static_cast<std::uint32_t>(entries.size()), entries.data(), 4 * constants.size(),
                                     constants.data()};
  VkComputePipelineCreateInfo info{VK_STRUCTURE_TYPE_COMPUTE_PIPELINE_CREATE_INFO};
  info.stage = {VK_STRUCTURE_TYPE_PIPELINE_SHADER_STAGE_CREATE_INFO};
  info.stage.stage = VK_SHADER_STAGE_COMPUTE_BIT;
  info.stage.module = module;
  info.stage.pName = "main";
  info.stage.pSpecializationInfo = &special;
  VkPipelineShaderStageRequiredSubgroupSizeCreateInfoEXT size{
      VK_STRUCTURE_TYPE_PIPELINE_SHADER_STAGE_REQUIRED_SUBGROUP_SIZE_CREATE_INFO_EXT};
  size.requiredSubgroupSize = units.team;
  if (cooperates) {
    info.stage.pNext = &size;
    info.stage.flags = VK_PIPELINE_SHADER_STAGE_CREATE_REQUIRE_FULL_SUBGROUPS_BIT_EXT;
  }
  info.layout = layout_;
  VkPipeline pipeline = VK_NULL_HANDLE;
  result = f_.vkCreateComputePipelines(device_, cache_, 1, &info, nullptr, &pipeline);
  f_.vkDestroyShaderModule(device_, module, nullptr);
  if (result != VK_SUCCESS) return vk_error(result, what);
  return pipeline;
}

void Pipelines::save() {
  const std::scoped_lock lock(mutex_);
  if (!changed_ || !cache_ || file().empty()) return;
  changed_ = false;
  std::size_t size = 0;
  if (f_.vkGetPipelineCacheData(device_, cache_, &size, nullptr) != VK_SUCCESS || size == 0) return;
  std::vector<char> bytes(size);
  if (f_.vkGetPipelineCacheData(device_, cache_, &size, bytes.data()) != VK_SUCCESS) return;
  bytes.resize(size);
  write_cache(file(), bytes);
}

}  // namespace eddy::vk
