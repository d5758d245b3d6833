#include "engine/model/initial_state.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <map>
#include <new>

#include "engine/core/hash.h"
#include "engine/model_files/model_file.h"

namespace eddy {
namespace {

struct LayerTensor {
  const StoredTensor* tensor = nullptr;
  bool turned = false;  ///< [H, value, key]
};

Error refusal(ErrorCode code, const std::string& what, const std::filesystem::path& file) {
  return {code, "[initial state] " + what + " in " + file.filename().string(), file.string()};
}

/// N of "blocks.N." or "layers.N.", whatever stands before it.
std::optional<std::int64_t> layer_of(std::string_view name) {
  for (const std::string_view word : {"blocks.", "layers."}) {
    const auto at = name.find(word);
    if (at == std::string_view::npos) continue;
    const char* begin = name.data() + at + word.size();
    const char* end = name.data() + name.size();
    std::int64_t layer = 0;
    const auto [rest, wrong] = std::from_chars(begin, end, layer);
    if (wrong == std::errc() && rest != end && *rest == '.' && layer >= 0) return layer;
  }
  return std::nullopt;
}

std::map<std::int64_t, LayerTensor> find_layers(const ModelFile& file) {
  std::map<std::int64_t, LayerTensor> layers;
  for (const StoredTensor& tensor : file.tensors()) {
    const std::string_view name = tensor.name;
    const bool tuned = name.ends_with(".time_state");
    if (!tuned && !name.ends_with(".initial_state")) continue;
    if (const auto layer = layer_of(name)) layers[*layer] = {&tensor, tuned};
  }
  return layers;
}

/// The slots that take such a state: [H, key, value] called "blk.N.wkv", by layer, with where they begin in the fixed
/// slots' canonical form.
struct WkvSlot {
  const StateSlot* slot = nullptr;
  std::int64_t offset = 0;  // in floats
};
std::map<std::int64_t, WkvSlot> find_slots(const StateLayout& layout) {
  std::map<std::int64_t, WkvSlot> slots;
  std::int64_t offset = 0;
  for (const StateSlot& slot : layout.slots) {
    if (slot.kind != SlotKind::Fixed) continue;
    if (slot.name.ends_with(".wkv") && slot.shape.size() == 3) slots[slot.layer] = {&slot, offset};
    offset += slot.elements();
  }
  return slots;
}

std::string text_of(std::vector<std::int64_t> shape) {
  std::string text = "[";
  for (std::size_t i = 0; i < shape.size(); ++i) text += (i ? ", " : "") + std::to_string(shape[i]);
  return text + "]";
}

/// As the model's slot should be found in a file.
std::vector<std::int64_t> wanted_shape(const LayerTensor& found, const StateSlot& slot) {
  auto shape = slot.shape;
  if (found.turned) std::swap(shape[1], shape[2]);
  return shape;
}

Result<void> check_layer(std::int64_t layer, const LayerTensor& found, const WkvSlot& slot,
                         const std::filesystem::path& path) {
  auto shape = found.tensor->shape;
  while (shape.size() > 3 && shape.front() == 1) shape.erase(shape.begin());
  const auto wanted = wanted_shape(found, *slot.slot);
  if (shape == wanted) return {};
  return refusal(ErrorCode::StateMismatch,
                 "'" + found.tensor->name + "' is " + text_of(found.tensor->shape) + ", layer " + std::to_string(layer) +
                     " of this model takes " + text_of(wanted) + ": it was tuned for a model of another size",
                 path);
}

Result<void> put_layer(const LayerTensor& found, const StateSlot& slot, float* out, const std::filesystem::path& path) {
  const StoredTensor& tensor = *found.tensor;
  std::vector<float> numbers(static_cast<std::size_t>(slot.elements()));
  traits(tensor.format).dequantise(tensor.bytes.data(), numbers.data(), slot.elements());
  if (!std::ranges::all_of(numbers, [](float x) { return std::isfinite(x); })) {
    return refusal(ErrorCode::FileCorrupt, "'" + tensor.name + "' has numbers that are not finite", path);
  }
  const auto [heads, keys, values] = std::tuple(slot.shape[0], slot.shape[1], slot.shape[2]);
  for (std::int64_t h = 0; h < heads; ++h) {
    for (std::int64_t k = 0; k < keys; ++k) {
      for (std::int64_t v = 0; v < values; ++v) {
        const auto from = found.turned ? (h * values + v) * keys + k : (h * keys + k) * values + v;
        out[(h * keys + k) * values + v] = numbers[static_cast<std::size_t>(from)];
      }
    }
  }
  return {};
}

Result<void> check_layers(const std::map<std::int64_t, LayerTensor>& layers,
                          const std::map<std::int64_t, WkvSlot>& slots, const std::string& architecture,
                          const std::filesystem::path& path) {
  if (layers.empty()) {
    return refusal(ErrorCode::UnsupportedFormat, "there is no tuned state (no tensor 'blocks.0.att.time_state')", path);
  }
  if (slots.empty()) {
    return refusal(ErrorCode::UnsupportedFormat,
                   "a " + architecture + " model has no state of the kind that is", path);
  }
  const bool same = std::ranges::equal(layers, slots, {}, [](const auto& l) { return l.first; },
                                       [](const auto& s) { return s.first; });
  if (!same) {
    return refusal(ErrorCode::StateMismatch,
                   "the state has " + std::to_string(layers.size()) + " layers, this model " +
                       std::to_string(slots.size()) + ": another model's state is", path);
  }
  for (const auto& [layer, found] : layers) {
    if (auto fits = check_layer(layer, found, slots.at(layer), path); !fits) return fits;
  }
  return {};
}

/// Before the first token: every slot's own beginning.
std::vector<float> beginning(const StateLayout& layout) {
  std::vector<float> state;
  for (const StateSlot& slot : layout.slots) {
    if (slot.kind == SlotKind::Fixed) state.insert(state.end(), static_cast<std::size_t>(slot.elements()), slot.initial);
  }
  return state;
}

SnapshotContent content_of(const SequenceModel& model, std::span<const float> state) {
  const StateLayout& layout = model.pass->state_layout();
  SnapshotContent content;
  content.architecture = model.architecture;
  content.layout_hash = hash_layout(layout);
  content.state = std::vector(std::as_bytes(state).begin(), std::as_bytes(state).end());
  for (const StateSlot& slot : layout.slots) {
    if (slot.kind == SlotKind::PerToken) content.rows.slots.emplace_back();
  }
  // Where the hash of the tokens begins: never 0, which is the untuned state.
  content.key = {model.fingerprint, std::max<std::uint64_t>(1, hash64(content.state)), 0};
  return content;
}

}  // namespace

Result<std::shared_ptr<const StateSnapshot>> read_initial_state(const std::filesystem::path& path,
                                                                const SequenceModel& model) {
  const auto file = open_model_file(path);
  if (!file) return file.error();
  const auto layers = find_layers(**file);
  const auto slots = find_slots(model.pass->state_layout());
  if (auto fits = check_layers(layers, slots, model.architecture, path); !fits) return fits.error();
  try {
    auto state = beginning(model.pass->state_layout());
    for (const auto& [layer, found] : layers) {
      const WkvSlot& slot = slots.at(layer);
      if (auto put = put_layer(found, *slot.slot, state.data() + slot.offset, path); !put) return put.error();
    }
    return std::shared_ptr<const StateSnapshot>(std::make_shared<StoredSnapshot>(content_of(model, state)));
  } catch (const std::bad_alloc&) {
    return refusal(ErrorCode::OutOfMemory, "no memory for the state", path);
  }
}

}  // namespace eddy
