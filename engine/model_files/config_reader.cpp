#include "engine/model_files/config_reader.h"

#include <algorithm>
#include <cmath>

namespace eddy {
namespace {

// Whole numbers are often written as fractions and the other way round.
std::optional<std::int64_t> as_integer(const MetadataValue& value) {
  if (const auto* i = std::get_if<std::int64_t>(&value)) return *i;
  const auto* d = std::get_if<double>(&value);
  if (d && std::abs(*d) < 9e15 && *d == std::floor(*d)) return std::int64_t(*d);
  return std::nullopt;
}

std::optional<double> as_number(const MetadataValue& value) {
  if (const auto* i = std::get_if<std::int64_t>(&value)) return double(*i);
  if (const auto* d = std::get_if<double>(&value); d && !std::isnan(*d)) return *d;
  return std::nullopt;
}

template <class T>
std::vector<T> one_or_list(const MetadataValue& value, bool& wrong) {
  if (const auto* one = std::get_if<T>(&value)) return {*one};
  if (const auto* list = std::get_if<std::vector<T>>(&value)) return *list;
  // An empty list has no kind.
  const auto* empty = std::get_if<std::vector<std::int64_t>>(&value);
  wrong = !empty || !empty->empty();
  return {};
}

}  // namespace

const MetadataValue* ConfigReader::find(std::string_view key) const {
  const MetadataValue* inner = file_.metadata("text_config." + std::string(key));
  return inner ? inner : file_.metadata(key);
}

ConfigReader::Found ConfigReader::find(Keys keys) const {
  for (const std::string_view key : keys) {
    if (const MetadataValue* value = find(key)) return {value, key};
  }
  return {};
}

void ConfigReader::fail(const std::string& problem, ErrorCode code) {
  if (error_) return;
  const char* remedy = code == ErrorCode::FileCorrupt ? "; get the file again" : "";
  error_ = Error{code, "[" + std::string(architecture_) + "] " + file_.path().string() + ": " + problem + remedy, {}};
}

void ConfigReader::bad(std::string_view key, std::string_view wanted) {
  fail("key '" + std::string(key) + "' of its config is no " + std::string(wanted));
}

void ConfigReader::missing(Keys keys) {
  fail("its config has no key '" + std::string(*keys.begin()) + "'");
}

void ConfigReader::only(std::string_view key, const MetadataValue& value) {
  const MetadataValue* found = find(key);
  if (!found || *found == value) return;
  fail("'" + std::string(key) + "' of its config makes it a variant that this version cannot run",
       ErrorCode::UnsupportedArchitecture);
}

std::int64_t ConfigReader::integer(Keys keys, std::int64_t least, std::int64_t most,
                                   std::optional<std::int64_t> fallback) {
  const Found found = find(keys);
  if (!found.value) {
    if (!fallback) missing(keys);
    return fallback.value_or(least);
  }
  const std::optional<std::int64_t> value = as_integer(*found.value);
  if (value && *value >= least && *value <= most) return *value;
  bad(found.key, "whole number from " + std::to_string(least) + " to " + std::to_string(most));
  return least;
}

double ConfigReader::number(Keys keys, std::optional<double> fallback) {
  const Found found = find(keys);
  if (!found.value) {
    if (!fallback) missing(keys);
    return fallback.value_or(0);
  }
  const std::optional<double> value = as_number(*found.value);
  if (!value) bad(found.key, "number");
  return value.value_or(0);
}

float ConfigReader::epsilon(Keys keys, std::optional<double> fallback) {
  const double value = number(keys, fallback);
  if (value > 0 && value <= 1) return float(value);
  if (ok()) bad(find(keys).key, "small positive number");
  return 1e-5f;
}

bool ConfigReader::flag(Keys keys, std::optional<bool> fallback) {
  const Found found = find(keys);
  if (!found.value) {
    if (!fallback) missing(keys);
    return fallback.value_or(false);
  }
  const bool* value = std::get_if<bool>(found.value);
  if (!value) bad(found.key, "true or false");
  return value && *value;
}

std::string ConfigReader::text(Keys keys, std::optional<std::string> fallback) {
  const Found found = find(keys);
  if (!found.value) {
    if (!fallback) missing(keys);
    return std::move(fallback).value_or("");
  }
  const std::string* value = std::get_if<std::string>(found.value);
  if (!value) bad(found.key, "text");
  return value ? *value : "";
}

std::vector<std::int64_t> ConfigReader::integers(Keys keys) {
  const Found found = find(keys);
  if (!found.value) return {};
  bool wrong = false;
  std::vector<std::int64_t> list = one_or_list<std::int64_t>(*found.value, wrong);
  if (wrong) bad(found.key, "list of whole numbers");
  return list;
}

std::vector<double> ConfigReader::numbers(Keys keys) {
  const Found found = find(keys);
  if (!found.value) return {};
  bool wrong = false;
  const std::vector<std::int64_t> whole = one_or_list<std::int64_t>(*found.value, wrong);
  if (!wrong) return {whole.begin(), whole.end()};
  wrong = false;
  std::vector<double> list = one_or_list<double>(*found.value, wrong);
  wrong = wrong || std::any_of(list.begin(), list.end(), [](double d) { return std::isnan(d); });
  if (wrong) bad(found.key, "list of numbers");
  return list;
}

std::vector<std::string> ConfigReader::texts(Keys keys) {
  const Found found = find(keys);
  if (!found.value) return {};
  bool wrong = false;
  std::vector<std::string> list = one_or_list<std::string>(*found.value, wrong);
  if (wrong) bad(found.key, "list of texts");
  return list;
}

}  // namespace eddy
