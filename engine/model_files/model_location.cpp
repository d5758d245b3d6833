#include "engine/model_files/model_location.h"

#include <algorithm>
#include <cstdio>
#include <system_error>

namespace eddy {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kGguf = ".gguf";
constexpr std::string_view kSafetensors = ".safetensors";
constexpr std::string_view kIndex = ".safetensors.index.json";
constexpr std::string_view kPytorchIndex = ".bin.index.json";
constexpr std::string_view kPytorchFile = "pytorch_model.bin";  // other .bin files hold all sorts of things
constexpr std::string_view kPth = ".pth";

// "-00002-of-00005" before the extension.
constexpr std::size_t kSplitTail = 15;

std::optional<int> five_digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

struct Candidates {
  std::vector<fs::path> gguf, safetensors, indexes;
  std::vector<fs::path> pytorch, pytorch_indexes;  ///< only where there is none of the others
};

bool is_later_part(const std::string& name) {
  const std::optional<SplitName> split = parse_split_name(name);
  return split && split->number != 1;
}

Result<Candidates> list_candidates(const fs::path& folder) {
  std::error_code ec;
  Candidates found;
  fs::directory_iterator it(folder, ec);
  for (; !ec && it != fs::directory_iterator(); it.increment(ec)) {
    const std::string name = display_name(it->path());
    if (name.ends_with(kIndex))
      found.indexes.push_back(it->path());
    else if (name.ends_with(kSafetensors))
      found.safetensors.push_back(it->path());
    else if (name.ends_with(kGguf) && !is_later_part(name))
      found.gguf.push_back(it->path());
    else if (name.ends_with(kPytorchIndex))
      found.pytorch_indexes.push_back(it->path());
    else if (name.ends_with(kPth) || name == kPytorchFile)
      found.pytorch.push_back(it->path());
  }
  if (ec) {
    return Error{ErrorCode::FileUnreadable,
                 "[model] folder " + display_name(folder) + " cannot be read. Check its access rights.", ec.message()};
  }
  return found;
}

}  // namespace

std::string display_name(const fs::path& path) {
  const fs::path last = path.has_filename() ? path.filename() : path.parent_path().filename();
  const std::u8string name = last.empty() ? path.u8string() : last.u8string();
  return {reinterpret_cast<const char*>(name.data()), name.size()};
}

Result<fs::path> find_model_in_folder(const fs::path& folder) {
  Result<Candidates> listed = list_candidates(folder);
  if (!listed) return listed.error();
  Candidates& c = *listed;
  if (!c.indexes.empty()) c.safetensors = std::move(c.indexes);  // the index stands for its shards
  if (c.safetensors.size() > 1) {
    const auto usual = std::find_if(c.safetensors.begin(), c.safetensors.end(),
                                    [](const fs::path& p) { return display_name(p).starts_with("model.safetensors"); });
    if (usual != c.safetensors.end()) c.safetensors = {*usual};
  }
  std::vector<fs::path> all = std::move(c.gguf);
  all.insert(all.end(), c.safetensors.begin(), c.safetensors.end());
  if (all.empty()) all = std::move(c.pytorch_indexes.empty() ? c.pytorch : c.pytorch_indexes);
  if (all.size() == 1) return all.front();
  if (all.empty()) {
    return Error{ErrorCode::FileNotFound,
                 "[model] no .gguf, .safetensors, .pth or pytorch_model.bin file in folder " + display_name(folder) +
                     ". Choose the model's folder or file.",
                 {}};
  }
  std::sort(all.begin(), all.end());
  return Error{ErrorCode::InvalidArgument,
               "[model] folder " + display_name(folder) + " holds " + std::to_string(all.size()) + " models (" +
                   display_name(all[0]) + ", " + display_name(all[1]) + (all.size() > 2 ? ", …" : "") +
                   "). Choose one file.",
               {}};
}

std::optional<SplitName> parse_split_name(const std::string& file_name) {
  if (!file_name.ends_with(kGguf) || file_name.size() < kGguf.size() + kSplitTail) return std::nullopt;
  const std::string stem = file_name.substr(0, file_name.size() - kGguf.size());
  const std::string_view tail = std::string_view(stem).substr(stem.size() - kSplitTail);
  if (tail[0] != '-' || tail.substr(6, 4) != "-of-") return std::nullopt;
  const std::optional<int> number = five_digits(tail.substr(1, 5));
  const std::optional<int> count = five_digits(tail.substr(10, 5));
  if (!number || !count || *number < 1 || *number > *count) return std::nullopt;
  return SplitName{stem.substr(0, stem.size() - kSplitTail), *number, *count};
}

std::string split_name(const std::string& prefix, int number, int count) {
  char tail[32];
  std::snprintf(tail, sizeof tail, "-%05d-of-%05d", number, count);
  return prefix + tail + std::string(kGguf);
}

bool is_shard_index(const std::string& file_name) {
  return file_name.ends_with(kIndex) || file_name.ends_with(kPytorchIndex);
}

}  // namespace eddy
