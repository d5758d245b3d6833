#include "engine/model_files/pickle.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <unordered_map>

#include "engine/model_files/utf8.h"

// A pickle is a program for a stack machine. The subset here builds constants, tuples, lists and dicts, remembers values
// in a memo, and knows four calls: making an OrderedDict, a torch.Size, a tensor from a storage, a parameter from a tensor.

namespace eddy {
namespace {

static_assert(std::endian::native == std::endian::little, "numbers are copied as they lie");

// A checkpoint needs about 20 values and 200 bytes a tensor.
constexpr std::size_t kMaxBytes = std::size_t(64) << 20;
constexpr std::size_t kMaxValues = std::size_t(2) << 20;
constexpr std::size_t kMaxRank = 8;

struct NamedType {
  std::string_view storage, dtype;
  PickleType type;
};

constexpr NamedType kTypes[] = {
    {"FloatStorage", "float32", {"F32", 4}},
    {"HalfStorage", "float16", {"F16", 2}},
    {"BFloat16Storage", "bfloat16", {"BF16", 2}},
    {"DoubleStorage", "float64", {"F64", 8}},
    {"LongStorage", "int64", {"I64", 8}},
    {"IntStorage", "int32", {"I32", 4}},
    {"ShortStorage", "int16", {"I16", 2}},
    {"CharStorage", "int8", {"I8", 1}},
    {"ByteStorage", "uint8", {"U8", 1}},
    {"BoolStorage", "bool", {"BOOL", 1}},
    {"ComplexFloatStorage", "complex64", {"C64", 8}},
    {"UntypedStorage", "", {"", 1}},
    {"", "uint16", {"U16", 2}},
    {"", "uint32", {"U32", 4}},
    {"", "uint64", {"U64", 8}},
    {"Float8_e4m3fnStorage", "float8_e4m3fn", {"F8_E4M3", 1}},
    {"Float8_e5m2Storage", "float8_e5m2", {"F8_E5M2", 1}},
};

/// What a name of the pickle stands for.
enum class Meaning : std::uint8_t { OrderedDict, Size, RebuildTensor, RebuildTypedTensor, RebuildParameter, Type };

struct Name {
  Meaning meaning;
  const PickleType* type = nullptr;
};

struct KnownName {
  std::string_view module, name;
  Meaning meaning;
};

constexpr KnownName kKnownNames[] = {
    {"collections", "OrderedDict", Meaning::OrderedDict},
    {"torch", "Size", Meaning::Size},
    {"torch._utils", "_rebuild_tensor_v2", Meaning::RebuildTensor},
    {"torch._utils", "_rebuild_tensor_v3", Meaning::RebuildTypedTensor},
    {"torch._utils", "_rebuild_parameter", Meaning::RebuildParameter},
    {"torch._utils", "_rebuild_parameter_with_state", Meaning::RebuildParameter},
};

using Kind = PickleValue::Kind;

class Machine {
 public:
  Machine(std::span<const std::byte> bytes, const std::string& where) : bytes_(bytes), where_(where) {}

  Result<PickleTree> run() {
    if (bytes_.size() > kMaxBytes) bytes_ = bytes_.first(kMaxBytes);
    bool stopped = false;
    while (!stopped) {
      std::uint8_t op = 0;
      if (!read(op)) return std::move(error_);
      stopped = op == '.';
      if (!stopped && !step(op)) return std::move(error_);
    }
    if (stack_.size() != 1 || !marks_.empty()) {
      corrupt("it ends with " + std::to_string(stack_.size()) + " values instead of one");
      return std::move(error_);
    }
    tree_.root = stack_.back();
    tree_.bytes = at_;
    return std::move(tree_);
  }

 private:
  bool corrupt(const std::string& problem) {
    error_ = {ErrorCode::FileCorrupt,
              where_ + ": its list of tensors is damaged: " + problem + ". Download or copy the file again.",
              {}};
    return false;
  }
  bool refuse(const std::string& problem) {
    error_ = {ErrorCode::UnsupportedFormat, where_ + ": " + problem, {}};
    return false;
  }

  // ---- bytes --------------------------------------------------------------------------------------------------------

  std::size_t left() const { return bytes_.size() - at_; }

  template <class T>
  bool read(T& v) {
    if (left() < sizeof v) return corrupt("it ends too early");
    std::memcpy(&v, bytes_.data() + at_, sizeof v);
    at_ += sizeof v;
    return true;
  }

  bool take(std::uint64_t length, std::string_view& text) {
    if (length > left()) {
      return corrupt("a text should have " + std::to_string(length) + " bytes where " + std::to_string(left()) +
                     " are left");
    }
    text = {reinterpret_cast<const char*>(bytes_.data()) + at_, std::size_t(length)};
    at_ += std::size_t(length);
    return true;
  }

  bool take_line(std::string_view& line) {
    const std::string_view rest(reinterpret_cast<const char*>(bytes_.data()) + at_, left());
    const std::size_t end = rest.find('\n');
    if (end == rest.npos) return corrupt("it ends within a name");
    line = rest.substr(0, end);
    at_ += end + 1;
    return true;
  }

  // ---- values -------------------------------------------------------------------------------------------------------

  bool push(PickleValue value) {
    if (tree_.values.size() == kMaxValues) return corrupt("it has more values than any model needs");
    stack_.push_back(std::uint32_t(tree_.values.size()));
    tree_.values.push_back(std::move(value));
    return true;
  }

  /// Constants without parts are made once.
  bool push_shared(std::uint32_t& slot, Kind kind, std::int64_t integer = 0) {
    if (slot == kNone) {
      if (!push({.kind = kind, .integer = integer})) return false;
      slot = stack_.back();
      return true;
    }
    stack_.push_back(slot);
    return true;
  }

  bool push_integer(std::int64_t v) { return push({.kind = Kind::Integer, .integer = v}); }

  std::size_t floor() const { return marks_.empty() ? 0 : marks_.back(); }

  bool pop(std::uint32_t& value) {
    if (stack_.size() <= floor()) return corrupt("it takes a value that is not there");
    value = stack_.back();
    stack_.pop_back();
    return true;
  }

  /// The values above the last mark, which goes away.
  bool pop_marked(std::vector<std::uint32_t>& values) {
    if (marks_.empty()) return corrupt("it goes back to a mark that is not there");
    values.assign(stack_.begin() + std::ptrdiff_t(marks_.back()), stack_.end());
    stack_.resize(marks_.back());
    marks_.pop_back();
    return true;
  }

  bool push_group(Kind kind, std::vector<std::uint32_t> parts) {
    if (kind == Kind::Dict && parts.size() % 2 != 0) return corrupt("a key has no value");
    return push({.kind = kind, .parts = std::move(parts)});
  }

  bool push_marked(Kind kind) {
    std::vector<std::uint32_t> parts;
    return pop_marked(parts) && push_group(kind, std::move(parts));
  }

  bool push_tuple(std::size_t count) {
    std::vector<std::uint32_t> parts(count);
    for (std::size_t i = count; i-- > 0;) {
      if (!pop(parts[i])) return false;
    }
    return push_group(Kind::Tuple, std::move(parts));
  }

  /// Adds to the list or dict below.
  bool append(Kind kind, const std::vector<std::uint32_t>& parts) {
    if (kind == Kind::Dict && parts.size() % 2 != 0) return corrupt("a key has no value");
    if (stack_.size() <= floor() || tree_.values[stack_.back()].kind != kind)
      return corrupt("it adds to something that is no collection");
    std::vector<std::uint32_t>& into = tree_.values[stack_.back()].parts;
    into.insert(into.end(), parts.begin(), parts.end());
    return true;
  }

  bool append_marked(Kind kind) {
    std::vector<std::uint32_t> parts;
    return pop_marked(parts) && append(kind, parts);
  }

  bool append_top(Kind kind) {
    std::vector<std::uint32_t> parts(kind == Kind::Dict ? 2 : 1);
    for (std::size_t i = parts.size(); i-- > 0;) {
      if (!pop(parts[i])) return false;
    }
    return append(kind, parts);
  }

  bool remember(std::uint64_t key) {
    if (stack_.size() <= floor()) return corrupt("it remembers a value that is not there");
    memo_[key] = stack_.back();
    return true;
  }

  bool recall(std::uint64_t key) {
    const auto found = memo_.find(key);
    if (found == memo_.end()) return corrupt("it recalls a value that was never remembered");
    stack_.push_back(found->second);
    return true;
  }

  template <class T>
  bool with(bool (Machine::*next)(std::uint64_t)) {
    T v = 0;
    return read(v) && (this->*next)(v);
  }

  template <class Length>
  bool push_text(Kind kind) {
    Length length = 0;
    std::string_view text;
    if (!read(length) || !take(length, text)) return false;
    if (kind == Kind::Text && !is_utf8(text)) return corrupt("a text is not valid UTF-8");
    return push({.kind = kind, .text = text});
  }

  template <class T>
  bool push_number() {
    T v = 0;
    return read(v) && push_integer(std::int64_t(v));
  }

  /// Little-endian two's complement of any length; what does not fit 64 bits is a value nobody can use.
  template <class Length>
  bool push_long() {
    Length length = 0;
    std::string_view raw;
    if (!read(length) || !take(length, raw)) return false;
    if (raw.size() > 8) return push({.kind = Kind::Other, .text = raw});
    std::uint64_t v = !raw.empty() && (raw.back() & 0x80) ? ~std::uint64_t(0) : 0;
    for (std::size_t i = raw.size(); i-- > 0;) v = v << 8 | std::uint8_t(raw[i]);
    return push_integer(std::bit_cast<std::int64_t>(v));
  }

  // ---- names and calls ----------------------------------------------------------------------------------------------

  bool push_name(std::string_view module, std::string_view name) {
    const auto known = std::find_if(std::begin(kKnownNames), std::end(kKnownNames),
                                    [&](const KnownName& k) { return k.module == module && k.name == name; });
    Name meaning{};
    if (known != std::end(kKnownNames)) {
      meaning.meaning = known->meaning;
    } else if ((module == "torch" || module == "torch.storage") && pickle_type(name)) {
      meaning = {Meaning::Type, pickle_type(name)};
    } else {
      const auto shown = [](std::string_view text) { return std::string(is_utf8(text) ? text.substr(0, 80) : "?"); };
      return refuse("it wants to run '" + shown(module) + "." + shown(name) +
                    "', which reading weights does not need; nothing was run. It may be malicious, or a whole program "
                    "object saved instead of its weights: use a safetensors file, or save model.state_dict() alone.");
    }
    names_.push_back(meaning);
    return push({.kind = Kind::Name, .extra = std::uint32_t(names_.size() - 1)});
  }

  bool push_global() {
    std::string_view module, name;
    return take_line(module) && take_line(name) && push_name(module, name);
  }

  bool push_stack_global() {
    std::uint32_t name = 0, module = 0;
    if (!pop(name) || !pop(module)) return false;
    const PickleValue &m = tree_[module], &n = tree_[name];
    if (m.kind != Kind::Text || n.kind != Kind::Text) return corrupt("a name is no text");
    return push_name(m.text, n.text);
  }

  /// ('storage', type, key, device, count)
  bool push_storage() {
    std::uint32_t id = 0;
    if (!pop(id)) return false;
    const std::vector<std::uint32_t>& parts = tree_[id].parts;
    const auto text = [&](std::size_t i) { return tree_[parts[i]].kind == Kind::Text; };
    const bool storage = tree_[id].kind == Kind::Tuple && (parts.size() == 5 || parts.size() == 6) && text(0) &&
                         tree_[parts[0]].text == "storage" && tree_[parts[1]].kind == Kind::Name && text(2) &&
                         text(3) && tree_[parts[4]].kind == Kind::Integer && tree_[parts[4]].integer >= 0 &&
                         (parts.size() == 5 || tree_[parts[5]].kind == Kind::None);
    const PickleType* type = storage ? names_[tree_[parts[1]].extra].type : nullptr;
    if (!type) return corrupt("a storage is described in an unknown way");
    tree_.storages.push_back({tree_[parts[2]].text, type, tree_[parts[4]].integer});
    return push({.kind = Kind::Storage, .extra = std::uint32_t(tree_.storages.size() - 1)});
  }

  bool call() {
    std::uint32_t arguments = 0, callee = 0;
    if (!pop(arguments) || !pop(callee)) return false;
    if (tree_[callee].kind != Kind::Name || tree_[arguments].kind != Kind::Tuple)
      return corrupt("it calls something that is no name");
    const std::vector<std::uint32_t>& parts = tree_[arguments].parts;  // not copied: hostile calls share a long one
    switch (names_[tree_[callee].extra].meaning) {
      case Meaning::OrderedDict:
        return make_dict(parts);
      case Meaning::Size:
        if (parts.size() != 1 || tree_[parts[0]].kind != Kind::Tuple) return corrupt("a size is no tuple");
        stack_.push_back(parts[0]);
        return true;
      case Meaning::RebuildTensor:
        return push_tensor(parts, false);
      case Meaning::RebuildTypedTensor:
        return push_tensor(parts, true);
      case Meaning::RebuildParameter:
        if (parts.empty() || tree_[parts[0]].kind != Kind::Tensor) return corrupt("a parameter has no tensor");
        stack_.push_back(parts[0]);
        return true;
      case Meaning::Type:
        break;
    }
    return corrupt("it calls a number type");
  }

  /// OrderedDict(), or of a list of pairs.
  bool make_dict(const std::vector<std::uint32_t>& arguments) {
    std::vector<std::uint32_t> parts;
    if (arguments.size() > 1 || (arguments.size() == 1 && tree_[arguments[0]].kind != Kind::List))
      return corrupt("an OrderedDict is made from something that is no list");
    for (std::size_t i = 0; arguments.size() == 1 && i < tree_[arguments[0]].parts.size(); ++i) {
      const PickleValue& pair = tree_[tree_[arguments[0]].parts[i]];
      if ((pair.kind != Kind::List && pair.kind != Kind::Tuple) || pair.parts.size() != 2)
        return corrupt("an OrderedDict is made from something that is no pair");
      parts.insert(parts.end(), pair.parts.begin(), pair.parts.end());
    }
    // Lists can be shared, and with them the work of copying: what copies is counted like what is written.
    copied_ += parts.size();
    if (copied_ > kMaxValues) return corrupt("it has more values than any model needs");
    return push_group(Kind::Dict, std::move(parts));
  }

  bool sizes(std::uint32_t tuple, std::vector<std::int64_t>& into) {
    const PickleValue& v = tree_[tuple];
    if (v.kind != Kind::Tuple || v.parts.size() > kMaxRank) return corrupt("a tensor's sizes are no short tuple");
    for (const std::uint32_t part : v.parts) {
      if (tree_[part].kind != Kind::Integer || tree_[part].integer < 0) return corrupt("a tensor's size is no size");
      into.push_back(tree_[part].integer);
    }
    return true;
  }

  /// (storage, offset, sizes, strides, requires_grad, hooks[, type][, metadata])
  bool push_tensor(const std::vector<std::uint32_t>& parts, bool typed) {
    const std::size_t least = typed ? 7 : 4;
    if (parts.size() < least || parts.size() > least + 3 || tree_[parts[0]].kind != Kind::Storage ||
        tree_[parts[1]].kind != Kind::Integer || tree_[parts[1]].integer < 0)
      return corrupt("a tensor is described in an unknown way");
    PickleTensor tensor{.storage = tree_.storages[tree_[parts[0]].extra], .offset = tree_[parts[1]].integer};
    tensor.type = tensor.storage.type;
    if (typed) tensor.type = tree_[parts[6]].kind == Kind::Name ? names_[tree_[parts[6]].extra].type : nullptr;
    if (!tensor.type || tensor.type->name.empty()) return corrupt("a tensor has no number type");
    if (!sizes(parts[2], tensor.shape) || !sizes(parts[3], tensor.strides)) return false;
    if (tensor.shape.size() != tensor.strides.size()) return corrupt("a tensor has more sizes than strides");
    tree_.tensors.push_back(std::move(tensor));
    return push({.kind = Kind::Tensor, .extra = std::uint32_t(tree_.tensors.size() - 1)});
  }

  /// State set on a dict or tensor from outside: versions of modules, attributes. Nothing a weight needs.
  bool build() {
    std::uint32_t state = 0;
    if (!pop(state)) return false;
    if (stack_.size() <= floor()) return corrupt("it sets the state of nothing");
    const Kind kind = tree_[stack_.back()].kind;
    return kind == Kind::Dict || kind == Kind::Tensor || corrupt("it sets the state of something that has none");
  }

  bool skip_frame() {
    std::uint64_t length = 0;
    return read(length) && (length <= left() || corrupt("a frame is longer than the rest"));
  }

  bool pop_top() {
    std::uint32_t unused = 0;
    return pop(unused);
  }

  bool pop_mark() {
    std::vector<std::uint32_t> unused;
    return pop_marked(unused);
  }

  bool mark() {
    if (marks_.size() == kMaxValues) return corrupt("it has more values than any model needs");
    marks_.push_back(stack_.size());
    return true;
  }

  bool protocol() {
    std::uint8_t version = 0;
    return read(version) && (version <= 5 || corrupt("it has protocol " + std::to_string(version)));
  }

  bool step(std::uint8_t op) {
    if (stack_.size() > kMaxValues) return corrupt("it has more values than any model needs");
    switch (op) {
      case 0x80: return protocol();
      case 0x95: return skip_frame();
      case '(': return mark();
      case '0': return pop_top();
      case '1': return pop_mark();
      case 'N': return push_shared(none_, Kind::None);
      case 0x88: return push_shared(true_, Kind::Bool, 1);
      case 0x89: return push_shared(false_, Kind::Bool);
      case 'J': return push_number<std::int32_t>();
      case 'K': return push_number<std::uint8_t>();
      case 'M': return push_number<std::uint16_t>();
      case 0x8a: return push_long<std::uint8_t>();
      case 0x8b: return push_long<std::uint32_t>();
      case 'G': return push_double();
      case 'X': return push_text<std::uint32_t>(Kind::Text);
      case 0x8c: return push_text<std::uint8_t>(Kind::Text);
      case 0x8d: return push_text<std::uint64_t>(Kind::Text);
      case 'U': return push_text<std::uint8_t>(Kind::Text);
      case 'T': return push_text<std::uint32_t>(Kind::Text);
      case 'C': return push_text<std::uint8_t>(Kind::Other);
      case 'B': return push_text<std::uint32_t>(Kind::Other);
      case 0x8e: return push_text<std::uint64_t>(Kind::Other);
      case ')': return push_shared(empty_tuple_, Kind::Tuple);
      case 't': return push_marked(Kind::Tuple);
      case 0x85: return push_tuple(1);
      case 0x86: return push_tuple(2);
      case 0x87: return push_tuple(3);
      case ']': return push({.kind = Kind::List});
      case 'l': return push_marked(Kind::List);
      case 'a': return append_top(Kind::List);
      case 'e': return append_marked(Kind::List);
      case '}': return push({.kind = Kind::Dict});
      case 'd': return push_marked(Kind::Dict);
      case 's': return append_top(Kind::Dict);
      case 'u': return append_marked(Kind::Dict);
      case 'q': return with<std::uint8_t>(&Machine::remember);
      case 'r': return with<std::uint32_t>(&Machine::remember);
      case 0x94: return remember(memo_.size());
      case 'h': return with<std::uint8_t>(&Machine::recall);
      case 'j': return with<std::uint32_t>(&Machine::recall);
      case 'c': return push_global();
      case 0x93: return push_stack_global();
      case 'Q': return push_storage();
      case 'R': return call();
      case 'b': return build();
      default: break;
    }
    return refuse("its list of tensors has the instruction " + std::to_string(op) +
                  ", which weights do not need; nothing was run. Use a safetensors file, or save "
                  "model.state_dict() alone.");
  }

  bool push_double() {
    std::uint64_t bits = 0;  // the one big-endian number
    return read(bits) && push({.kind = Kind::Number});
  }

  static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

  std::span<const std::byte> bytes_;
  const std::string& where_;
  std::size_t at_ = 0;
  PickleTree tree_;
  std::vector<std::uint32_t> stack_;
  std::vector<std::size_t> marks_;  ///< heights of the stack
  std::unordered_map<std::uint64_t, std::uint32_t> memo_;
  std::vector<Name> names_;
  std::size_t copied_ = 0;
  std::uint32_t none_ = kNone, true_ = kNone, false_ = kNone, empty_tuple_ = kNone;
  Error error_;
};

}  // namespace

const PickleType* pickle_type(std::string_view name) {
  const auto* found = std::find_if(std::begin(kTypes), std::end(kTypes), [&](const NamedType& t) {
    return !name.empty() && (t.storage == name || t.dtype == name);
  });
  return found == std::end(kTypes) ? nullptr : &found->type;
}

Result<PickleTree> read_pickle(std::span<const std::byte> bytes, const std::string& where) {
  return Machine(bytes, where).run();
}

}  // namespace eddy
