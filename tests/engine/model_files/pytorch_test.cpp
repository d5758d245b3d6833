#include "engine/model_files/pytorch.h"

#include <QTemporaryDir>
#include <QTest>

#include "pytorch_builder.h"

using namespace eddy;
using namespace eddy::test;
using Parsed = Result<ParsedFile>;

namespace {

Parsed parse(const std::string& bytes) { return parse_pytorch(std::as_bytes(std::span(bytes)), "x.pth"); }

const StoredTensor* find(const ParsedFile& file, std::string_view name) {
  for (const StoredTensor& t : file.tensors) {
    if (t.name == name) return &t;
  }
  return nullptr;
}

std::vector<float> values(const ParsedFile& file, std::string_view name) {
  const StoredTensor* t = find(file, name);
  if (!t) return {};
  const std::int64_t n = std::int64_t(t->bytes.size()) / traits(t->format).block_bytes;
  std::vector<float> out(static_cast<std::size_t>(n));
  traits(t->format).dequantise(t->bytes.data(), out.data(), n);
  return out;
}

using Shape = std::vector<std::int64_t>;
using Floats = std::vector<float>;

/// One tensor "x" of a storage of 6 floats 0 … 5.
std::string one_view(std::int64_t offset, const Shape& shape, const Shape& strides) {
  const std::string pickle =
      p_file(p_dict(p_text("x") + p_tensor(p_storage("FloatStorage", "0", 6), offset, shape, strides)));
  return checkpoint(pickle, {floats({0, 1, 2, 3, 4, 5})}).bytes();
}

std::string with_pickle(const std::string& pickle) { return checkpoint(pickle, {floats({1, 2})}).bytes(); }

/// A storage of 2 floats as tensor "x", in whatever `tensor` makes of it.
std::string x_is(const std::string& tensor) { return with_pickle(p_file(p_dict(p_text("x") + tensor))); }

const std::string kStorage = p_storage("FloatStorage", "0", 2);
const std::string kTensor = p_tensor(kStorage, 0, {2}, {1});

}  // namespace

#define VERIFY_PARSED(file) QVERIFY2(file, file ? "" : file.error().message.c_str())

class PytorchTest : public QObject {
  Q_OBJECT

 private slots:
  void tensors_keep_name_format_shape_and_place();
  void zip64_archives_are_read();
  void views_are_read_in_order_data();
  void views_are_read_in_order();
  void tensors_may_share_a_storage();
  void dicts_are_found_in_their_nests_data();
  void dicts_are_found_in_their_nests();
  void newer_and_older_pickles_are_read_data();
  void newer_and_older_pickles_are_read();
  void other_number_types_are_listed_as_foreign();
  void the_older_stream_is_read();
  void every_cut_is_noticed();
  void every_cut_of_the_older_stream_is_noticed();
  void broken_archives_are_refused_data();
  void broken_archives_are_refused();
  void broken_pickles_are_refused_data();
  void broken_pickles_are_refused();
};

void PytorchTest::tensors_keep_name_format_shape_and_place() {
  const std::string bytes = sound_checkpoint().bytes();
  const Parsed file = parse(bytes);
  VERIFY_PARSED(file);
  QCOMPARE(file->tensors.size(), 2u);
  QVERIFY((find(*file, "a")->shape == Shape{2, 3}));
  QVERIFY(find(*file, "b")->format == WeightFormat::BF16);
  QCOMPARE(values(*file, "a"), (Floats{1, 2, 3, 4, 5, 6}));
  QCOMPARE(values(*file, "b"), (Floats{1, -2}));
  const auto* first = reinterpret_cast<const char*>(find(*file, "a")->bytes.data());
  QVERIFY(first > bytes.data() && first < bytes.data() + bytes.size());  // not copied
  QVERIFY(file->owned.empty());
}

void PytorchTest::zip64_archives_are_read() {
  ZipParts zip = sound_checkpoint();
  zip.zip64 = true;
  const std::string bytes = zip.bytes();
  const Parsed file = parse(bytes);
  VERIFY_PARSED(file);
  QCOMPARE(values(*file, "a"), (Floats{1, 2, 3, 4, 5, 6}));
}

void PytorchTest::views_are_read_in_order_data() {
  QTest::addColumn<int>("offset");
  QTest::addColumn<Shape>("shape");
  QTest::addColumn<Shape>("strides");
  QTest::addColumn<Floats>("expected");
  QTest::newRow("whole") << 0 << Shape{2, 3} << Shape{3, 1} << Floats{0, 1, 2, 3, 4, 5};
  QTest::newRow("part") << 2 << Shape{3} << Shape{1} << Floats{2, 3, 4};
  QTest::newRow("one number") << 5 << Shape{} << Shape{} << Floats{5};
  QTest::newRow("transposed") << 0 << Shape{3, 2} << Shape{1, 3} << Floats{0, 3, 1, 4, 2, 5};
  QTest::newRow("part, transposed") << 2 << Shape{2, 2} << Shape{1, 2} << Floats{2, 4, 3, 5};
  QTest::newRow("three axes") << 0 << Shape{1, 3, 2} << Shape{6, 1, 3} << Floats{0, 3, 1, 4, 2, 5};
  QTest::newRow("strides of ones do not matter")
      << 0 << Shape{1, 3, 1, 2} << Shape{1ll << 62, 1, 7, 3} << Floats{0, 3, 1, 4, 2, 5};
  QTest::newRow("nothing") << 6 << Shape{0, 3} << Shape{3, 1} << Floats{};
}

void PytorchTest::views_are_read_in_order() {
  QFETCH(int, offset);
  QFETCH(Shape, shape);
  QFETCH(Shape, strides);
  QFETCH(Floats, expected);
  const std::string bytes = one_view(offset, shape, strides);
  const Parsed file = parse(bytes);
  VERIFY_PARSED(file);
  QVERIFY(find(*file, "x")->shape == shape);
  QCOMPARE(values(*file, "x"), expected);
}

void PytorchTest::tensors_may_share_a_storage() {
  const std::string pickle = p_file(p_dict(p_text("x") + kStorage + "q\1" + "0" +  // remembered, then taken away
                                           p_tensor("h\1", 0, {2}, {1}) + p_text("y") + p_tensor("h\1", 1, {1}, {1})));
  const std::string bytes = with_pickle(pickle);
  const Parsed file = parse(bytes);
  VERIFY_PARSED(file);
  QCOMPARE(values(*file, "x"), (Floats{1, 2}));
  QCOMPARE(values(*file, "y"), (Floats{2}));
}

void PytorchTest::dicts_are_found_in_their_nests_data() {
  QTest::addColumn<QByteArray>("pickle");
  const std::string dict = p_dict(p_text("x") + kTensor);
  const auto row = [](const char* name, const std::string& value) {
    QTest::newRow(name) << QByteArray::fromStdString(p_file(value));
  };
  row("plain", dict);
  row("state_dict", p_dict(p_text("state_dict") + dict + p_text("epoch") + p_int(3)));
  row("model", p_dict(p_text("model") + dict));
  row("module in model", p_dict(p_text("model") + p_dict(p_text("module") + dict)));
  row("ordered", p_ordered_dict() + "(" + p_text("x") + kTensor + "u");
  row("ordered, with versions of modules",
      p_ordered_dict() + "(" + p_text("x") + kTensor + "u}" + p_text("_metadata") + p_ordered_dict() + "sb");
  row("ordered, of pairs", p_name("collections", "OrderedDict") + "(](" + p_text("x") + kTensor + "\x86" + "etR");
  row("item by item", "}" + p_text("x") + kTensor + "s");
  row("made at once", "(" + p_text("x") + kTensor + "d");
  row("with counters", p_dict(p_text("step") + p_int(70000) + p_text("rate") + "G" + std::string(8, '\0') +
                              p_text("big") + "\x8a\x09" + std::string(9, '\1') + p_text("x") + kTensor));
}

void PytorchTest::dicts_are_found_in_their_nests() {
  QFETCH(QByteArray, pickle);
  const std::string bytes = with_pickle(pickle.toStdString());
  const Parsed file = parse(bytes);
  VERIFY_PARSED(file);
  QCOMPARE(file->tensors.size(), 1u);
  QCOMPARE(values(*file, "x"), (Floats{1, 2}));
}

void PytorchTest::newer_and_older_pickles_are_read_data() {
  QTest::addColumn<QByteArray>("tensor");
  const auto row = [](const char* name, const std::string& tensor) {
    QTest::newRow(name) << QByteArray::fromStdString(tensor);
  };
  row("parameter", p_name("torch._utils", "_rebuild_parameter") + kTensor + "\x88" + p_ordered_dict() + "\x87R");
  row("typed tensor of an untyped storage",
      p_name("torch._utils", "_rebuild_tensor_v3") + "((" + p_text("storage") +
          p_name("torch.storage", "UntypedStorage") + p_text("0") + p_text("cuda:0") + p_int(8) + "tQ" + p_int(0) +
          p_tuple({2}) + p_tuple({1}) + "\x89" + p_ordered_dict() + p_name("torch", "float32") + "tR");
  row("names from the stack", "\x8c\x0ctorch._utils\x8c\x12_rebuild_tensor_v2\x93(" + kStorage + p_int(0) +
                                  p_tuple({2}) + p_tuple({1}) + "\x89" + p_ordered_dict() + "tR");
  row("remembered in order", p_text("unused") + "\x94" + "0" + kTensor);
  row("size as torch.Size", p_name("torch._utils", "_rebuild_tensor_v2") + "(" + kStorage + p_int(0) +
                                p_name("torch", "Size") + p_tuple({2}) + "\x85R" + p_tuple({1}) + "\x89" +
                                p_ordered_dict() + "tR");
  row("in a frame", std::string("\x95\x04\0\0\0\0\0\0\0", 9) + kTensor);
  row("other ways to write numbers", p_name("torch._utils", "_rebuild_tensor_v2") + "(" + kStorage +
                                         std::string("\x8b\1\0\0\0\0", 6) + std::string("M\2\0\x85", 4) +
                                         std::string("\x8a\1\1\x85", 4) + "\x89" + p_ordered_dict() + "tR");
}

void PytorchTest::newer_and_older_pickles_are_read() {
  QFETCH(QByteArray, tensor);
  const std::string bytes = x_is(tensor.toStdString());
  const Parsed file = parse(bytes);
  VERIFY_PARSED(file);
  QCOMPARE(values(*file, "x"), (Floats{1, 2}));
}

void PytorchTest::other_number_types_are_listed_as_foreign() {
  const std::string bytes = x_is(p_tensor(p_storage("LongStorage", "0", 1), 0, {1}, {1}));
  const Parsed file = parse(bytes);
  VERIFY_PARSED(file);
  QCOMPARE(file->foreign.size(), 1u);
  QCOMPARE(file->foreign[0].type, std::string("I64"));
  QCOMPARE(file->foreign[0].bytes.size(), 8u);
}

namespace {

std::string stream(const std::string& keys = "](" + p_text("0") + "e", const std::string& little = "\x88") {
  const std::string magic("\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.");
  const std::string machine = p_dict(p_text("protocol_version") + p_int(1001) + p_text("little_endian") + little);
  const std::string storage =
      "(" + p_text("storage") + p_name("torch", "FloatStorage") + p_text("0") + p_text("cpu") + p_int(2) + "NtQ";
  return magic + p_file(p_int(1001)) + p_file(machine) +
         p_file(p_dict(p_text("x") + p_tensor(storage, 0, {2}, {1}))) + p_file(keys) + raw(std::int64_t(2)) +
         floats({1, 2});
}

}  // namespace

void PytorchTest::the_older_stream_is_read() {
  const std::string bytes = stream();
  const Parsed file = parse(bytes);
  VERIFY_PARSED(file);
  QCOMPARE(values(*file, "x"), (Floats{1, 2}));
}

void PytorchTest::every_cut_is_noticed() {
  for (const bool zip64 : {false, true}) {
    ZipParts zip = sound_checkpoint();
    zip.zip64 = zip64;
    const std::string whole = zip.bytes();
    for (std::size_t length = 4; length < whole.size(); ++length) {
      const std::string cut = whole.substr(0, length);
      QVERIFY2(!parse(cut), qPrintable(QString::number(length)));
    }
  }
}

void PytorchTest::every_cut_of_the_older_stream_is_noticed() {
  const std::string whole = stream();
  for (std::size_t length = 15; length < whole.size(); ++length) {
    const std::string cut = whole.substr(0, length);
    const Parsed file = parse(cut);
    QVERIFY2(!file, qPrintable(QString::number(length)));
    QVERIFY(file.error().code == ErrorCode::FileCorrupt);
  }
}

void PytorchTest::broken_archives_are_refused_data() {
  QTest::addColumn<QByteArray>("bytes");
  QTest::addColumn<QByteArray>("message");
  QTest::addColumn<bool>("damaged");  // or of a kind that is not read
  const auto raw_row = [](const char* name, const std::string& bytes, const char* message, bool damaged = true) {
    QTest::newRow(name) << QByteArray::fromStdString(bytes) << QByteArray(message) << damaged;
  };
  const auto row = [&](const char* name, const auto& change, const char* message, bool damaged = true) {
    ZipParts zip = sound_checkpoint();
    change(zip);
    raw_row(name, zip.bytes(), message, damaged);
  };
  raw_row("nothing", "", "does not start like");
  raw_row("a pickle alone", "\x80\x02}.", "does not start like");
  raw_row("nothing after the magic", "PK\3\4", "before the archive's directory");
  row("bytes after the end", [](auto& z) { z.after = "x"; }, "before the archive's directory");
  row("more entries than there are", [](auto& z) { z.entries = 6; }, "ends within entry 5");
  row("absurdly many entries", [](auto& z) { z.entries = 60000; }, "more than fit");
  row("absurdly many entries, zip64", [](auto& z) { z.zip64 = true, z.entries = ~0ull; }, "more than fit");
  row("directory past the end", [](auto& z) { z.directory_offset = 0xfffffff0u; }, "not where its end says");
  row("directory past the end, zip64", [](auto& z) { z.zip64 = true, z.directory_offset = ~0ull; },
      "not where its end says");
  row("directory size that wraps", [](auto& z) { z.zip64 = true, z.directory_bytes = ~0ull; },
      "not where its end says");
  row("directory starts early", [](auto& z) { z.directory_offset = 0, z.directory_bytes = 10; },
      "not where its end says");
  row("zip64 record past the end", [](auto& z) { z.zip64 = true, z.end64_offset = ~0ull; }, "zip64 end record");
  row("zip64 record elsewhere", [](auto& z) { z.zip64 = true, z.end64_offset = 8; }, "zip64 end record");
  row("zip64 wanted but not there", [](auto& z) { z.directory_offset = 0xffffffffu; }, "zip64 locator");
  row("compressed", [](auto& z) { z.parts[0].method = 8; }, "is compressed", false);
  row("encrypted", [](auto& z) { z.parts[0].flags = 1; }, "is encrypted", false);
  row("two sizes", [](auto& z) { z.parts[2].size = 1000; }, "claims two sizes");
  row("reaches into the directory", [](auto& z) { z.parts[2].size = z.parts[2].packed = 100000; },
      "reaches into the directory");
  row("size near 2^64", [](auto& z) { z.zip64 = true, z.parts[2].size = z.parts[2].packed = ~0ull; },
      "reaches into the directory");
  row("header past the end", [](auto& z) { z.parts[2].header = 0xfffffff0u; }, "not where the directory says");
  row("header elsewhere", [](auto& z) { z.parts[2].header = 1; }, "not where the directory says");
  row("header of another entry", [](auto& z) { z.parts[2].header = 0; }, "another name where its bytes are");
  row("another name", [](auto& z) { z.parts[2].local_name = "model/data/9"; }, "another name where its bytes are");
  row("overlapping entries", [](auto& z) { z.parts[2].size = z.parts[2].packed = 60; }, "overlaps entry");
  row("same entry twice", [](auto& z) { z.parts.push_back(z.parts[2]); }, "appears twice");
  row("path out of the folder", [](auto& z) { z.parts[2].name = "../data/0"; }, "no plain path");
  row("path out of the folder, inside", [](auto& z) { z.parts[2].name = "model/../../0"; }, "no plain path");
  row("path from the root", [](auto& z) { z.parts[2].name = "/etc/passwd"; }, "no plain path");
  row("path of Windows", [](auto& z) { z.parts[2].name = "model\\data\\0"; }, "no plain path");
  row("name with a NUL", [](auto& z) { z.parts[2].name = std::string("model/data/0\0x", 14); }, "no plain path");
  row("name is no text", [](auto& z) { z.parts[2].name = "model/\xff"; }, "no plain path");
  row("no name", [](auto& z) { z.parts[2].name = ""; }, "no plain path");
  row("two checkpoints", [](auto& z) { z.parts.push_back({.name = "b/data.pkl"}); }, "two checkpoints");
  row("another kind of archive", [](auto& z) { z.parts.erase(z.parts.begin()); }, "not of PyTorch", false);
  row("a program", [](auto& z) { z.parts.push_back({.name = "model/code/x.py"}); }, "TorchScript", false);
  row("big-endian", [](auto& z) { z.parts[1].data = "big"; }, "big-endian", false);
  row("storage missing", [](auto& z) { z.parts.erase(z.parts.begin() + 2); }, "numbers are not in the file");
  row("storage too small", [](auto& z) { z.parts[2].data.pop_back(); }, "6 numbers of a storage");
  raw_row("stream: storages are no list", stream(p_int(1)), "no list");
  raw_row("stream: unknown storage", stream("](" + p_text("9") + "e"), "that no tensor uses");
  raw_row("stream: storage is a number", stream("](" + p_int(0) + "e"), "that no tensor uses");
  raw_row("stream: storage missing", stream("]"), "numbers are not in the file");
  raw_row("stream: storage twice", stream("](" + p_text("0") + p_text("0") + "e") + raw(std::int64_t(0)), "names one twice");
  raw_row("stream: big-endian", stream("]", "\x89"), "big-endian", false);
}

void PytorchTest::broken_archives_are_refused() {
  QFETCH(QByteArray, bytes);
  QFETCH(QByteArray, message);
  QFETCH(bool, damaged);
  const std::string text = bytes.toStdString();
  const Parsed file = parse(text);
  QVERIFY(!file);
  QVERIFY2(QByteArray::fromStdString(file.error().message).contains(message), file.error().message.c_str());
  QVERIFY2(file.error().message.starts_with("[pytorch] ") && file.error().message.find("x.pth") != std::string::npos,
           file.error().message.c_str());
  QVERIFY(file.error().code == (damaged ? ErrorCode::FileCorrupt : ErrorCode::UnsupportedFormat));
}

void PytorchTest::broken_pickles_are_refused_data() {
  QTest::addColumn<QByteArray>("pickle");
  QTest::addColumn<QByteArray>("message");
  const auto row = [](const char* name, const std::string& pickle, const char* message) {
    QTest::newRow(name) << QByteArray::fromStdString(pickle) << QByteArray(message);
  };
  const auto value = [&](const char* name, const std::string& v, const char* message) { row(name, p_file(v), message); };
  const auto x = [&](const char* name, const std::string& tensor, const char* message) {
    row(name, p_file(p_dict(p_text("x") + tensor)), message);
  };
  const std::string rebuild = p_name("torch._utils", "_rebuild_tensor_v2");
  const std::string tail = "\x89" + p_ordered_dict() + "tR";
  row("empty", "", "ends too early");
  row("no end", "\x80\x02}", "ends too early");
  row("unknown protocol", "\x80\x09}.", "protocol 9");
  row("nothing left at the end", "\x80\x02.", "0 values instead of one");
  value("two values at the end", "}}", "2 values instead of one");
  value("open mark at the end", "(}", "instead of one");
  value("runs a command", "cposix\nsystem\n(" + p_text("ls") + "tR", "'posix.system'");
  value("runs a builtin", "c__builtin__\neval\n", "'__builtin__.eval'");
  value("name from the stack", "\x8c\x02os\x8c\x06system\x93", "'os.system'");
  value("name that looks right", "ctorch._utils\n_rebuild_tensor\n", "'torch._utils._rebuild_tensor'");
  value("whole module object", "ctorch.nn.modules.linear\nLinear\n)\x81", "whole program object");
  value("makes an object", "}\x81", "instruction 129");
  value("extension registry", "\x82\x01", "instruction 130");
  value("old way to make an instance", "(iposix\nsystem\n", "instruction 105");
  value("persistent id as text", "Px\n", "instruction 80");
  value("unknown instruction", "\xff", "instruction 255");
  value("name without an end", "cposix", "ends within a name");
  value("names are numbers", p_int(1) + p_int(1) + "\x93", "a name is no text");
  value("calls a number type", p_name("torch", "FloatStorage") + ")R", "calls a number type");
  value("calls a dict", "})R", "calls something that is no name");
  value("call without arguments", p_name("torch", "Size"), "holds no dict");
  value("call of a name with a dict", p_name("torch", "Size") + "}R", "calls something that is no name");
  value("size of a number", p_name("torch", "Size") + p_int(1) + "\x85R", "a size is no tuple");
  value("dict of a number", p_name("collections", "OrderedDict") + p_int(1) + "\x85R", "no list");
  value("dict of no pairs", p_name("collections", "OrderedDict") + "(](" + p_int(1) + "etR", "no pair");
  value("text longer than the file", "X" + raw(std::uint32_t(-1)), "a text should have 4294967295 bytes");
  value("text of 2^64 bytes", "\x8d" + raw(~std::uint64_t(0)), "a text should have");
  value("number of 2^32 bytes", "\x8b" + raw(~std::uint32_t(0)), "a text should have");
  value("frame longer than the file", "\x95" + raw(~std::uint64_t(0)), "a frame is longer");
  value("bad UTF-8", p_text("\xff"), "not valid UTF-8");
  value("recalls nothing", "h\7", "never remembered");
  value("recalls nothing, far", "j" + raw(~std::uint32_t(0)), "never remembered");
  value("remembers nothing", "q\1", "remembers a value that is not there");
  value("takes from an empty stack", "0", "takes a value that is not there");
  value("takes what is below a mark", "}(0", "takes a value that is not there");
  value("tuple without a mark", "t", "a mark that is not there");
  value("pair of one", "}\x86", "takes a value that is not there");
  value("adds to a number", p_int(1) + "(u", "no collection");
  value("adds an item to a dict", "}" + p_int(1) + "a", "no collection");
  value("key without a value", "}(" + p_text("x") + "u", "a key has no value");
  value("key without a value, at once", "(" + p_text("x") + "d", "a key has no value");
  value("state of nothing", "}b", "state of nothing");
  value("state of a number", p_int(1) + "}b", "something that has none");
  value("storage of a number", p_int(1) + "Q", "a storage is described");
  value("storage without a type", "(" + p_text("storage") + p_int(1) + p_text("0") + p_text("cpu") + p_int(1) + "tQ",
        "a storage is described");
  value("storage with a wrong type", "(" + p_text("storage") + p_name("torch", "Size") + p_text("0") + p_text("cpu") +
                                         p_int(1) + "tQ", "a storage is described");
  value("negative storage", p_storage("FloatStorage", "0", -1), "a storage is described");
  value("storage seen as another", "(" + p_text("storage") + p_name("torch", "FloatStorage") + p_text("0") +
                                       p_text("cpu") + p_int(1) + ")tQ", "a storage is described");
  value("parameter of nothing", p_name("torch._utils", "_rebuild_parameter") + ")R", "a parameter has no tensor");
  value("a list", "]", "holds no dict of tensors");
  value("an empty dict", "}", "holds no dict of tensors");
  value("dict within itself", "}q\1(" + p_text("model") + "h\1" + "u", "holds no dict of tensors");
  value("tensor without a name", p_dict(p_int(1) + kTensor), "a tensor has no name");
  value("same tensor twice", p_dict(p_text("x") + kTensor + p_text("x") + kTensor), "appears twice");
  x("tensor of a number", rebuild + "(" + p_int(1) + p_int(0) + p_tuple({2}) + p_tuple({1}) + tail, "described in an unknown way");
  x("tensor of too little", rebuild + kStorage + "\x85R", "described in an unknown way");
  x("negative offset", p_tensor(kStorage, -1, {2}, {1}), "described in an unknown way");
  x("size is a dict", rebuild + "(" + kStorage + p_int(0) + "}" + p_tuple({1}) + tail, "no short tuple");
  x("nine axes", p_tensor(kStorage, 0, Shape(9, 1), Shape(9, 1)), "no short tuple");
  x("negative size", p_tensor(kStorage, 0, {-2}, {1}), "no size");
  x("negative stride", p_tensor(kStorage, 1, {2}, {-1}), "no size");
  x("size of 9 bytes", rebuild + "(" + kStorage + p_int(0) + "\x8a\x09" + std::string(9, '\1') + "\x85" + p_tuple({1}) + tail,
    "no size");
  x("more sizes than strides", p_tensor(kStorage, 0, {2, 1}, {1}), "more sizes than strides");
  x("absurd sizes", p_tensor(kStorage, 0, {1ll << 40, 1ll << 40}, {1ll << 40, 1}), "sizes are impossible");
  x("size near 2^63", p_tensor(kStorage, 0, {INT64_MAX}, {1}), "sizes are impossible");
  x("offset near 2^63", p_tensor(kStorage, INT64_MAX, {2}, {1}), "end past the end");
  x("past the storage", p_tensor(kStorage, 1, {2}, {1}), "end past the end");
  x("storage larger than its bytes", p_tensor(p_storage("FloatStorage", "0", 3), 0, {3}, {1}), "3 numbers of a storage");
  x("storage near 2^63", p_tensor(p_storage("FloatStorage", "0", INT64_MAX), 0, {2}, {1}), "numbers of a storage");
  x("storage out of the folder", p_tensor(p_storage("FloatStorage", "../0", 2), 0, {2}, {1}), "not in the file");
  x("repeated numbers", p_tensor(kStorage, 0, {1000000}, {0}), "gaps or repeated numbers");
  x("gaps", p_tensor(kStorage, 0, {1, 2}, {1, 2}), "gaps or repeated numbers");
  x("untyped tensor", p_tensor(p_storage("UntypedStorage", "0", 8), 0, {2}, {1}), "no number type");
  row("a million marks", "\x80\x02" + std::string(3000000, '('), "more values than any model needs");
  row("a million dicts", "\x80\x02" + std::string(3000000, '}'), "more values than any model needs");
  row("a million copies", "\x80\x02}q\1" + [] {
    std::string s;
    for (int i = 0; i < 3000000; ++i) s += "h\1";
    return s;
  }(), "more values than any model needs");
  row("nested too deep to walk", "\x80\x02" + std::string(100000, ']') + std::string(99999, 'a') + ".", "no dict of tensors");
  std::string bomb = "\x80\x02](";
  for (int i = 0; i < 20000; ++i) bomb += std::string(p_int(1) + p_int(1) + "\x86");
  bomb += "e\x85q\1" + std::string("0");
  for (int i = 0; i < 2000; ++i) bomb += p_name("collections", "OrderedDict") + "h\1R";
  row("the same long list made a dict again and again", bomb, "more values than any model needs");
  std::string views;
  for (int i = 0; i < 2000; ++i) views += p_text("x" + std::to_string(i)) + "h\1";
  row("one name for many tensors is fine, one twice is not", p_file(kTensor + "q\1" + "0" + p_dict(views + p_text("x0") + "h\1")), "'x0'");
}

void PytorchTest::broken_pickles_are_refused() {
  QFETCH(QByteArray, pickle);
  QFETCH(QByteArray, message);
  const std::string bytes = with_pickle(pickle.toStdString());
  const Parsed file = parse(bytes);
  QVERIFY(!file);
  QVERIFY2(QByteArray::fromStdString(file.error().message).contains(message), file.error().message.c_str());
  QVERIFY2(file.error().message.starts_with("[pytorch] ") && file.error().message.find("x.pth") != std::string::npos,
           file.error().message.c_str());
}

QTEST_APPLESS_MAIN(PytorchTest)
#include "pytorch_test.moc"
