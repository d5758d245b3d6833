#include "engine/model_files/original_names.h"

#include <algorithm>
#include <array>
#include <system_error>

#include "engine/core/mapped_file.h"
#include "engine/model_files/hf_config.h"

namespace eddy {
namespace {

constexpr std::array<std::string_view, 3> kSourceFormats = {"safetensors", "pytorch", "ggmf"};
constexpr const char* kArchitectureKey = "general.architecture";

const std::string* text_at(const Metadata& metadata, const char* key) {
  const auto found = metadata.find(key);
  return found == metadata.end() ? nullptr : std::get_if<std::string>(&found->second);
}

}  // namespace

Result<std::string_view> restore_original_names(Metadata& metadata, const std::string& file_name) {
  const std::string* architecture = text_at(metadata, kArchitectureKey);
  if (!architecture || *architecture != kOriginalArchitecture) return std::string_view();
  const std::string* source = text_at(metadata, kSourceFormatKey);
  const auto format =
      source ? std::find(kSourceFormats.begin(), kSourceFormats.end(), *source) : kSourceFormats.end();
  if (format == kSourceFormats.end()) {
    return Error{ErrorCode::UnsupportedFormat,
                 "[gguf] key '" + std::string(kSourceFormatKey) + "' in " + file_name +
                     ": no format that this version knows. The file may need a newer Eddy.",
                 {}};
  }
  if (const std::string* text = text_at(metadata, kConfigKey)) {
    Result<Metadata> config = parse_hf_config(*text, "key '" + std::string(kConfigKey) + "' in " + file_name);
    if (!config) return config.error();
    metadata.merge(*config);
  }
  metadata.erase(kArchitectureKey);
  return *format;
}

Result<Metadata> original_names_metadata(const ModelFile& model) {
  Metadata metadata;
  metadata[kArchitectureKey] = std::string(kOriginalArchitecture);
  metadata["general.type"] = std::string("model");
  metadata[kSourceFormatKey] = std::string(model.file_format());
  const bool again = model.container() == "gguf";  // such a file already: config.json is among its keys
  for (const std::string_view key : model.metadata_keys()) {
    const bool own = key.starts_with("__metadata__.") || key.starts_with("ggmf.");
    const bool added = key.starts_with("general.") || key.starts_with("tokenizer.") || key.starts_with("eddy.");
    if (own || (again && added && key != "general.alignment")) metadata.insert_or_assign(std::string(key), *model.metadata(key));
  }
  if (again) return metadata;
  const std::filesystem::path config = model.folder() / "config.json";
  std::error_code ec;
  if (model.file_format() == "ggmf" || !std::filesystem::exists(config, ec)) return metadata;
  Result<std::shared_ptr<const MappedFile>> file = MappedFile::open(config);
  if (!file) return file.error();
  const auto bytes = (*file)->bytes();
  metadata[kConfigKey] = std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  return metadata;
}

}  // namespace eddy
