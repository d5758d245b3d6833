#include "app/chat/math_text.h"

#include <QStringList>
#include <algorithm>
#include <optional>

#include "app/chat/math_symbols.h"

namespace eddy {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kLongest = 4000;
constexpr int kDeepest = 24;

bool isLetter(QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); }

/// Letters with a double stroke and the like, by an alphabet of the plane above.
QString letters(const QString& text, char32_t upper, char32_t lower, const QHash<QChar, QString>& others) {
  QString out;
  for (const QChar c : text) {
    char32_t code = 0;
    if (others.contains(c)) out += others.value(c);
    else if (c >= u'A' && c <= u'Z') code = upper + (c.unicode() - u'A');
    else if (c >= u'a' && c <= u'z' && lower) code = lower + (c.unicode() - u'a');
    else out += c;
    if (code) out += QString::fromUcs4(&code, 1);
  }
  return out;
}

QString doubleStruck(const QString& text) {
  static const QHash<QChar, QString> kOthers{{u'C', u"ℂ"_s}, {u'H', u"ℍ"_s}, {u'N', u"ℕ"_s}, {u'P', u"ℙ"_s}, {u'Q', u"ℚ"_s}, {u'R', u"ℝ"_s}, {u'Z', u"ℤ"_s}, {u'1', u"𝟙"_s}};
  return letters(text, 0x1D538, 0x1D552, kOthers);
}

QString script(const QString& text) {
  static const QHash<QChar, QString> kOthers{{u'B', u"ℬ"_s}, {u'E', u"ℰ"_s}, {u'F', u"ℱ"_s}, {u'H', u"ℋ"_s}, {u'I', u"ℐ"_s}, {u'L', u"ℒ"_s}, {u'M', u"ℳ"_s}, {u'R', u"ℛ"_s}};
  return letters(text, 0x1D49C, 0, kOthers);
}

/// Reads from left to right; what a command takes is read by the same rules.
class TexReader {
 public:
  explicit TexReader(QStringView tex) : m_tex(tex) {}

  /// Nothing when it is too deep.
  std::optional<QString> all() {
    auto html = sequence(QChar());
    if (m_tooDeep) return std::nullopt;
    return html;
  }

 private:
  bool atEnd() const { return m_at >= m_tex.size(); }
  QChar peek() const { return atEnd() ? QChar() : m_tex[m_at]; }
  void skipBlanks() {
    while (!atEnd() && peek().isSpace()) ++m_at;
  }

  /// Up to `closing`, which is taken too.
  QString sequence(QChar closing) {
    if (++m_depth > kDeepest) m_tooDeep = true;
    QString html;
    while (!atEnd() && !m_tooDeep) {
      if (!closing.isNull() && peek() == closing) {
        ++m_at;
        break;
      }
      if (m_environments > 0 && startsWithCommand(u"end")) break;
      html += item();
    }
    --m_depth;
    return html;
  }

  bool startsWithCommand(QStringView name) const {
    const auto rest = m_tex.sliced(m_at);
    return rest.startsWith(u'\\') && rest.sliced(1).startsWith(name) && (rest.size() == name.size() + 1 || !isLetter(rest[name.size() + 1]));
  }

  QString item() {
    const QChar c = m_tex[m_at++];
    if (c == u'\\') return command();
    if (c == u'{') return sequence(u'}');
    if (c == u'}') return {};
    if (c == u'^') return u"<sup>"_s + argument() + u"</sup>"_s;
    if (c == u'_') return u"<sub>"_s + argument() + u"</sub>"_s;
    if (c == u'&') return u"\u00a0 "_s;
    if (c == u'~') return u"\u00a0"_s;
    if (c == u'\'') return u"′"_s;
    if (c == u'-') return u"−"_s;
    if (c.isSpace()) return u" "_s;
    if (isLetter(c)) return u"<i>"_s + c + u"</i>"_s;
    if (c.isHighSurrogate() && !atEnd()) return QString(c) + m_tex[m_at++];
    return QString(c).toHtmlEscaped();
  }

  /// What belongs to a command: a group, a command, or one character.
  QString argument() {
    skipBlanks();
    if (atEnd()) return {};
    if (++m_depth > kDeepest) m_tooDeep = true;
    const auto html = m_tooDeep ? QString() : item();
    --m_depth;
    return html;
  }

  /// The characters of a group as they stand.
  QString rawArgument() {
    skipBlanks();
    if (peek() != u'{') return atEnd() ? QString() : QString(m_tex[m_at++]);
    int depth = 0;
    const auto start = ++m_at;
    for (; !atEnd(); ++m_at) {
      if (peek() == u'{') ++depth;
      if (peek() == u'}' && depth-- == 0) break;
    }
    const auto text = m_tex.sliced(start, m_at - start).toString();
    if (!atEnd()) ++m_at;
    return text;
  }

  QString optionalArgument() {
    skipBlanks();
    if (peek() != u'[') return {};
    ++m_at;
    return sequence(u']');
  }

  QString name() {
    const auto start = m_at;
    while (!atEnd() && isLetter(peek())) ++m_at;
    return m_tex.sliced(start, m_at - start).toString();
  }

  QString command() {
    if (atEnd()) return u"\\"_s;
    if (!isLetter(peek())) return sign(m_tex[m_at++]);
    const auto word = name();
    if (const auto found = mathSymbols().constFind(word); found != mathSymbols().constEnd()) return found->toHtmlEscaped();
    if (isMathFunction(word)) return word + u"\u2009"_s;
    if (word == u"begin") return environment();
    if (word == u"frac" || word == u"dfrac" || word == u"tfrac" || word == u"cfrac") return fraction();
    if (word == u"sqrt") return root();
    if (word == u"binom") return binomial();
    return styled(word);
  }

  static QString sign(QChar c) {
    if (c == u'\\') return u"<br/>"_s;
    if (c == u',' || c == u':' || c == u';' || c == u' ') return u"\u2009"_s;
    if (c == u'!') return {};
    if (c == u'|') return u"‖"_s;
    return QString(c).toHtmlEscaped();
  }

  QString styled(const QString& word) {
    if (word == u"text" || word == u"mathrm" || word == u"operatorname" || word == u"textrm" || word == u"mbox" || word == u"mathsf" || word == u"mathtt")
      return rawArgument().toHtmlEscaped();
    if (word == u"mathbf" || word == u"boldsymbol" || word == u"bm" || word == u"textbf") return u"<b>"_s + argument() + u"</b>"_s;
    if (word == u"mathit" || word == u"textit" || word == u"emph") return u"<i>"_s + rawArgument().toHtmlEscaped() + u"</i>"_s;
    if (word == u"mathbb") return doubleStruck(rawArgument()).toHtmlEscaped();
    if (word == u"mathcal" || word == u"mathscr" || word == u"mathfrak") return script(rawArgument()).toHtmlEscaped();
    if (word == u"boxed" || word == u"overbrace" || word == u"underbrace") return argument();
    if (const auto mark = accent(word); !mark.isNull()) return argument() + mark;
    if (word == u"quad" || word == u"qquad") return u"\u00a0\u00a0"_s;
    if (word == u"pmod") return u" (mod "_s + argument() + u")"_s;
    if (word == u"left" || word == u"right" || word == u"middle") return delimiter();
    static const QStringList kSilent{u"big"_s, u"Big"_s, u"bigg"_s, u"Bigg"_s, u"bigl"_s, u"bigr"_s, u"Bigl"_s, u"Bigr"_s, u"biggl"_s, u"biggr"_s, u"displaystyle"_s, u"textstyle"_s,
                                     u"limits"_s, u"nolimits"_s, u"nonumber"_s, u"notag"_s, u"hfill"_s, u"rm"_s, u"cal"_s};
    if (kSilent.contains(word)) return {};
    if (word == u"tag" || word == u"label") return rawArgument(), QString();
    if (word == u"end") return rawArgument(), QString();
    return u"\\"_s + word;
  }

  /// What is put above the letter before it.
  static QChar accent(const QString& word) {
    static const QHash<QString, char16_t> kAccents{{u"hat"_s, 0x302}, {u"widehat"_s, 0x302}, {u"bar"_s, 0x304}, {u"overline"_s, 0x305}, {u"vec"_s, 0x20D7},
                                                   {u"dot"_s, 0x307}, {u"ddot"_s, 0x308}, {u"tilde"_s, 0x303}, {u"widetilde"_s, 0x303}, {u"underline"_s, 0x332}};
    return QChar(kAccents.value(word, 0));
  }

  QString delimiter() {
    skipBlanks();
    if (peek() == u'.') return ++m_at, QString();
    return atEnd() ? QString() : item();
  }

  /// A sum, a product or two words in a row would be read wrongly beside a stroke.
  static bool isSimple(const QString& html) {
    QString bare;  // without what is raised or lowered
    int raised = 0;
    for (qsizetype i = 0; i < html.size(); ++i) {
      if (html[i] != u'<') {
        if (raised == 0) bare += html[i];
        continue;
      }
      const auto tag = QStringView(html).sliced(i);
      if (tag.startsWith(u"<su")) ++raised;
      if (tag.startsWith(u"</su")) --raised;
      i = html.indexOf(u'>', i);
      if (i < 0) break;
    }
    return bare.size() <= 1 || std::all_of(bare.begin(), bare.end(), [](QChar c) { return c.isDigit() || c == u'.' || c == u','; });
  }
  static QString grouped(const QString& html) { return isSimple(html) ? html : u"("_s + html + u")"_s; }

  QString fraction() {
    const auto above = argument(), below = argument();
    return grouped(above) + u"\u2009/\u2009"_s + grouped(below);
  }

  QString root() {
    const auto degree = optionalArgument();
    const auto sign = degree.isEmpty() ? u"√"_s : degree == u"3" ? u"∛"_s : degree == u"4" ? u"∜"_s : u"<sup>"_s + degree + u"</sup>√"_s;
    return sign + grouped(argument());
  }

  QString binomial() {
    const auto above = argument(), below = argument();
    return u"C("_s + above + u", "_s + below + u")"_s;
  }

  QString environment() {
    auto kind = rawArgument();
    if (kind == u"array") rawArgument();
    ++m_environments;
    const auto body = sequence(QChar()).trimmed();
    --m_environments;
    if (startsWithCommand(u"end")) {
      m_at += 4;
      rawArgument();
    }
    if (kind == u"pmatrix") return u"( "_s + rows(body) + u" )"_s;
    if (kind == u"vmatrix") return u"| "_s + rows(body) + u" |"_s;
    if (kind.endsWith(u"matrix") || kind == u"array") return u"[ "_s + rows(body) + u" ]"_s;
    return kind == u"cases" ? u"{ "_s + body : body;
  }

  static QString rows(QString body) { return body.replace(u"<br/>"_s, u" ;\u00a0 "_s); }

  QStringView m_tex;
  qsizetype m_at = 0;
  int m_depth = 0;
  int m_environments = 0;
  bool m_tooDeep = false;
};

}  // namespace

QString mathHtml(QStringView tex) {
  const auto text = tex.trimmed();
  if (text.size() <= kLongest) {
    if (auto html = TexReader(text).all()) return *html;
  }
  return u"<code>"_s + text.toString().toHtmlEscaped() + u"</code>"_s;
}

}  // namespace eddy
