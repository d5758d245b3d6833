// Result<T>: a value or an Error. Same member names as std::expected, so it can be swapped for it in C++23.
#pragma once

#include <cassert>
#include <optional>
#include <utility>
#include <variant>

#include "engine/api/error.h"

namespace eddy {

/// A value of type T, or the Error that kept us from making one.
template <class T>
class [[nodiscard]] Result {
 public:
  using value_type = T;
  Result(T value) : content_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : content_(std::in_place_index<1>, std::move(error)) {}

  bool has_value() const { return content_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  T& value() & { assert(has_value()); return std::get<0>(content_); }
  const T& value() const& { assert(has_value()); return std::get<0>(content_); }
  T&& value() && { assert(has_value()); return std::get<0>(std::move(content_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  const Error& error() const& { assert(!has_value()); return std::get<1>(content_); }
  Error&& error() && { assert(!has_value()); return std::get<1>(std::move(content_)); }

 private:
  std::variant<T, Error> content_;
};

/// Success, or the Error that prevented it.
template <>
class [[nodiscard]] Result<void> {
 public:
  using value_type = void;
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}

  bool has_value() const { return !error_.has_value(); }
  explicit operator bool() const { return has_value(); }
  void value() const { assert(has_value()); }
  const Error& error() const& { assert(!has_value()); return *error_; }
  Error&& error() && { assert(!has_value()); return std::move(*error_); }

 private:
  std::optional<Error> error_;
};

}  // namespace eddy
