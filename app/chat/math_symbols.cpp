#include "app/chat/math_symbols.h"

#include <QSet>

namespace eddy {

using namespace Qt::StringLiterals;

const QHash<QString, QString>& mathSymbols() {
  static const QHash<QString, QString> kSymbols{
      {u"alpha"_s, u"α"_s}, {u"beta"_s, u"β"_s}, {u"gamma"_s, u"γ"_s}, {u"delta"_s, u"δ"_s}, {u"epsilon"_s, u"ε"_s},
      {u"varepsilon"_s, u"ε"_s}, {u"zeta"_s, u"ζ"_s}, {u"eta"_s, u"η"_s}, {u"theta"_s, u"θ"_s},
      {u"vartheta"_s, u"ϑ"_s}, {u"iota"_s, u"ι"_s}, {u"kappa"_s, u"κ"_s}, {u"lambda"_s, u"λ"_s}, {u"mu"_s, u"μ"_s},
      {u"nu"_s, u"ν"_s}, {u"xi"_s, u"ξ"_s}, {u"pi"_s, u"π"_s}, {u"varpi"_s, u"ϖ"_s}, {u"rho"_s, u"ρ"_s},
      {u"varrho"_s, u"ϱ"_s}, {u"sigma"_s, u"σ"_s}, {u"varsigma"_s, u"ς"_s}, {u"tau"_s, u"τ"_s}, {u"upsilon"_s, u"υ"_s},
      {u"phi"_s, u"φ"_s}, {u"varphi"_s, u"ϕ"_s}, {u"chi"_s, u"χ"_s}, {u"psi"_s, u"ψ"_s}, {u"omega"_s, u"ω"_s},
      {u"Gamma"_s, u"Γ"_s}, {u"Delta"_s, u"Δ"_s}, {u"Theta"_s, u"Θ"_s}, {u"Lambda"_s, u"Λ"_s}, {u"Xi"_s, u"Ξ"_s},
      {u"Pi"_s, u"Π"_s}, {u"Sigma"_s, u"Σ"_s}, {u"Upsilon"_s, u"Υ"_s}, {u"Phi"_s, u"Φ"_s}, {u"Psi"_s, u"Ψ"_s},
      {u"Omega"_s, u"Ω"_s}, {u"times"_s, u"×"_s}, {u"cdot"_s, u"·"_s}, {u"div"_s, u"÷"_s}, {u"pm"_s, u"±"_s},
      {u"mp"_s, u"∓"_s}, {u"ast"_s, u"∗"_s}, {u"star"_s, u"⋆"_s}, {u"circ"_s, u"∘"_s}, {u"bullet"_s, u"•"_s},
      {u"oplus"_s, u"⊕"_s}, {u"ominus"_s, u"⊖"_s}, {u"otimes"_s, u"⊗"_s}, {u"odot"_s, u"⊙"_s}, {u"cup"_s, u"∪"_s},
      {u"cap"_s, u"∩"_s}, {u"setminus"_s, u"∖"_s}, {u"wedge"_s, u"∧"_s}, {u"vee"_s, u"∨"_s}, {u"land"_s, u"∧"_s},
      {u"lor"_s, u"∨"_s}, {u"lnot"_s, u"¬"_s}, {u"neg"_s, u"¬"_s}, {u"dagger"_s, u"†"_s}, {u"le"_s, u"≤"_s},
      {u"leq"_s, u"≤"_s}, {u"ge"_s, u"≥"_s}, {u"geq"_s, u"≥"_s}, {u"ne"_s, u"≠"_s}, {u"neq"_s, u"≠"_s},
      {u"approx"_s, u"≈"_s}, {u"sim"_s, u"∼"_s}, {u"simeq"_s, u"≃"_s}, {u"cong"_s, u"≅"_s}, {u"equiv"_s, u"≡"_s},
      {u"propto"_s, u"∝"_s}, {u"ll"_s, u"≪"_s}, {u"gg"_s, u"≫"_s}, {u"prec"_s, u"≺"_s}, {u"succ"_s, u"≻"_s},
      {u"in"_s, u"∈"_s}, {u"notin"_s, u"∉"_s}, {u"ni"_s, u"∋"_s}, {u"subset"_s, u"⊂"_s}, {u"supset"_s, u"⊃"_s},
      {u"subseteq"_s, u"⊆"_s}, {u"supseteq"_s, u"⊇"_s}, {u"perp"_s, u"⊥"_s}, {u"parallel"_s, u"∥"_s},
      {u"mid"_s, u"∣"_s}, {u"vdash"_s, u"⊢"_s}, {u"models"_s, u"⊨"_s}, {u"asymp"_s, u"≍"_s}, {u"doteq"_s, u"≐"_s},
      {u"to"_s, u"→"_s}, {u"rightarrow"_s, u"→"_s}, {u"leftarrow"_s, u"←"_s}, {u"leftrightarrow"_s, u"↔"_s},
      {u"Rightarrow"_s, u"⇒"_s}, {u"Leftarrow"_s, u"⇐"_s}, {u"Leftrightarrow"_s, u"⇔"_s}, {u"implies"_s, u"⇒"_s},
      {u"iff"_s, u"⇔"_s}, {u"mapsto"_s, u"↦"_s}, {u"longrightarrow"_s, u"⟶"_s}, {u"uparrow"_s, u"↑"_s},
      {u"downarrow"_s, u"↓"_s}, {u"gets"_s, u"←"_s}, {u"hookrightarrow"_s, u"↪"_s}, {u"rightharpoonup"_s, u"⇀"_s},
      {u"longmapsto"_s, u"⟼"_s}, {u"impliedby"_s, u"⇐"_s}, {u"xrightarrow"_s, u"→"_s}, {u"sum"_s, u"∑"_s},
      {u"prod"_s, u"∏"_s}, {u"coprod"_s, u"∐"_s}, {u"int"_s, u"∫"_s}, {u"iint"_s, u"∬"_s}, {u"iiint"_s, u"∭"_s},
      {u"oint"_s, u"∮"_s}, {u"bigcup"_s, u"⋃"_s}, {u"bigcap"_s, u"⋂"_s}, {u"bigoplus"_s, u"⨁"_s},
      {u"bigotimes"_s, u"⨂"_s}, {u"bigvee"_s, u"⋁"_s}, {u"bigwedge"_s, u"⋀"_s}, {u"infty"_s, u"∞"_s},
      {u"partial"_s, u"∂"_s}, {u"nabla"_s, u"∇"_s}, {u"forall"_s, u"∀"_s}, {u"exists"_s, u"∃"_s},
      {u"nexists"_s, u"∄"_s}, {u"emptyset"_s, u"∅"_s}, {u"varnothing"_s, u"∅"_s}, {u"hbar"_s, u"ℏ"_s},
      {u"ell"_s, u"ℓ"_s}, {u"Re"_s, u"ℜ"_s}, {u"Im"_s, u"ℑ"_s}, {u"aleph"_s, u"ℵ"_s}, {u"wp"_s, u"℘"_s},
      {u"angle"_s, u"∠"_s}, {u"triangle"_s, u"△"_s}, {u"square"_s, u"□"_s}, {u"therefore"_s, u"∴"_s},
      {u"because"_s, u"∵"_s}, {u"prime"_s, u"′"_s}, {u"degree"_s, u"°"_s}, {u"top"_s, u"⊤"_s}, {u"bot"_s, u"⊥"_s},
      {u"checkmark"_s, u"✓"_s}, {u"blacksquare"_s, u"■"_s}, {u"Box"_s, u"□"_s}, {u"diamond"_s, u"⋄"_s},
      {u"ldots"_s, u"…"_s}, {u"dots"_s, u"…"_s}, {u"cdots"_s, u"⋯"_s}, {u"vdots"_s, u"⋮"_s}, {u"ddots"_s, u"⋱"_s},
      {u"langle"_s, u"⟨"_s}, {u"rangle"_s, u"⟩"_s}, {u"lfloor"_s, u"⌊"_s}, {u"rfloor"_s, u"⌋"_s}, {u"lceil"_s, u"⌈"_s},
      {u"rceil"_s, u"⌉"_s}, {u"vert"_s, u"|"_s}, {u"Vert"_s, u"‖"_s}, {u"lvert"_s, u"|"_s}, {u"rvert"_s, u"|"_s},
      {u"lVert"_s, u"‖"_s}, {u"rVert"_s, u"‖"_s}, {u"colon"_s, u":"_s}, {u"backslash"_s, u"\\"_s},
      {u"lbrace"_s, u"{"_s}, {u"rbrace"_s, u"}"_s}, {u"lbrack"_s, u"["_s}, {u"rbrack"_s, u"]"_s}, {u"imath"_s, u"ı"_s},
      {u"jmath"_s, u"ȷ"_s}, {u"S"_s, u"§"_s}, {u"euro"_s, u"€"_s}, {u"pounds"_s, u"£"_s}, {u"copyright"_s, u"©"_s}};
  return kSymbols;
}

bool isMathFunction(const QString& name) {
  static const QSet<QString> kFunctions{u"arccos"_s, u"arcsin"_s, u"arctan"_s, u"arg"_s, u"cos"_s, u"cosh"_s, u"cot"_s, u"coth"_s,
                                        u"csc"_s, u"deg"_s, u"det"_s, u"dim"_s, u"exp"_s, u"gcd"_s, u"hom"_s, u"inf"_s,
                                        u"ker"_s, u"lg"_s, u"lim"_s, u"liminf"_s, u"limsup"_s, u"ln"_s, u"log"_s, u"max"_s,
                                        u"min"_s, u"mod"_s, u"Pr"_s, u"sec"_s, u"sin"_s, u"sinh"_s, u"sup"_s, u"tan"_s,
                                        u"tanh"_s, u"softmax"_s, u"argmax"_s, u"argmin"_s};
  return kFunctions.contains(name);
}

}  // namespace eddy
