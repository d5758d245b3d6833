#include "engine/model_files/hf_config.h"

#include <limits>
#include <optional>

#include "engine/model_files/json_walker.h"

namespace eddy {
namespace {

constexpr std::string_view kFloatKey = "__float__";

std::optional<double> special_float(std::string_view text) {
  if (text == "Infinity") return std::numeric_limits<double>::infinity();
  if (text == "-Infinity") return -std::numeric_limits<double>::infinity();
  if (text == "NaN") return std::numeric_limits<double>::quiet_NaN();
  return std::nullopt;
}

// Python writes bare Infinity and NaN, which JSON forbids: outside strings they are put into the quoted spelling.
std::string quote_special_floats(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string && c == '\\' && i + 1 < text.size()) {
      out += c;
      out += text[++i];
      continue;
    }
    if (c == '"') in_string = !in_string;
    std::string_view word;
    if (!in_string) {
      for (std::string_view candidate : {"-Infinity", "Infinity", "NaN"}) {
        if (text.substr(i, candidate.size()) == candidate) word = candidate;
        if (!word.empty()) break;
      }
    }
    if (word.empty()) {
      out += c;
      continue;
    }
    out.append("{\"").append(kFloatKey).append("\":\"").append(word).append("\"}");
    i += word.size() - 1;
  }
  return out;
}

std::string join(JsonPath path) {
  std::string key;
  for (const std::string& part : path) {
    if (!key.empty()) key += '.';
    key += part;
  }
  return key;
}

// null has no value; integers beyond 63 bits are kept as the nearest double.
std::optional<MetadataValue> as_metadata(JsonScalar& scalar) {
  if (auto* v = std::get_if<bool>(&scalar)) return *v;
  if (auto* v = std::get_if<std::int64_t>(&scalar)) return *v;
  if (auto* v = std::get_if<std::uint64_t>(&scalar)) return double(*v);
  if (auto* v = std::get_if<double>(&scalar)) return *v;
  if (auto* v = std::get_if<std::string>(&scalar)) return std::move(*v);
  return std::nullopt;
}

template <class T>
bool all_are(const std::vector<MetadataValue>& values) {
  for (const MetadataValue& v : values) {
    if (!std::holds_alternative<T>(v)) return false;
  }
  return true;
}

template <class T>
std::vector<T> collect(std::vector<MetadataValue>& values) {
  std::vector<T> out;
  for (MetadataValue& v : values) out.push_back(std::move(std::get<T>(v)));
  return out;
}

// Integers mixed with fractions are fractions; other mixtures have no vector.
std::optional<MetadataValue> as_vector(std::vector<MetadataValue>& values) {
  if (all_are<std::int64_t>(values)) return collect<std::int64_t>(values);
  if (all_are<std::string>(values)) return collect<std::string>(values);
  std::vector<double> numbers;
  for (const MetadataValue& v : values) {
    if (auto* i = std::get_if<std::int64_t>(&v)) numbers.push_back(double(*i));
    if (auto* d = std::get_if<double>(&v)) numbers.push_back(*d);
  }
  if (numbers.size() == values.size()) return numbers;
  return std::nullopt;
}

class Flattener : public JsonVisitor {
 public:
  std::string value(JsonPath path, JsonScalar scalar) override {
    if (path.size() > 1 && path.back() == kFloatKey) {
      const std::string* text = std::get_if<std::string>(&scalar);
      const std::optional<double> number = text ? special_float(*text) : std::nullopt;
      if (!number) return "has an unknown number in " + join(path);
      return store(path.first(path.size() - 1), *number);
    }
    if (std::optional<MetadataValue> v = as_metadata(scalar)) return store(path, std::move(*v));
    if (!arrays_.empty()) arrays_.back().plain = false;  // a null in an array
    return {};
  }

  std::string begin_array(JsonPath path) override {
    if (!arrays_.empty()) arrays_.back().plain = false;
    arrays_.push_back({.depth = path.size()});
    return {};
  }

  std::string end_array(JsonPath path) override {
    Array array = std::move(arrays_.back());
    arrays_.pop_back();
    if (array.plain) {
      if (std::optional<MetadataValue> v = as_vector(array.values)) {
        metadata_.insert_or_assign(join(path), std::move(*v));
        return {};
      }
    }
    for (std::size_t i = 0; i < array.values.size(); ++i) {
      metadata_.insert_or_assign(array.keys[i], std::move(array.values[i]));
    }
    return {};
  }

  Metadata take() { return std::move(metadata_); }

 private:
  struct Array {
    std::size_t depth = 0;  ///< path length of the array itself
    bool plain = true;      ///< scalars only
    std::vector<MetadataValue> values;
    std::vector<std::string> keys;
  };

  std::string store(JsonPath path, MetadataValue v) {
    if (!arrays_.empty()) {
      Array& array = arrays_.back();
      if (path.size() == array.depth + 1) {
        array.values.push_back(std::move(v));
        array.keys.push_back(join(path));
        return {};
      }
      array.plain = false;
    }
    metadata_.insert_or_assign(join(path), std::move(v));
    return {};
  }

  Metadata metadata_;
  std::vector<Array> arrays_;
};

}  // namespace

Result<Metadata> parse_hf_config(std::string_view text, const std::string& file_name) {
  Flattener flattener;
  const std::string where = "[config] " + file_name;
  const JsonLimits limits;
  // What is too long is refused as it is, not rewritten first: that makes it longer.
  const bool too_long = text.size() > limits.bytes;
  const Result<void> walked = too_long ? walk_json(text, where, limits, flattener)
                                       : walk_json(quote_special_floats(text), where, limits, flattener);
  if (!walked) return walked.error();
  return flattener.take();
}

}  // namespace eddy
