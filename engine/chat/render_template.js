// Runs inside the cage of template_renderer.cpp, after @huggingface/jinja. One call renders one template for several
// conversations: JSON in, JSON out.
(function (jinja) {
  "use strict";
  const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                  "November", "December"];
  const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
  const two = (n) => (n < 10 ? "0" : "") + n;

  // As C's strftime in the C locale. "%-d" and its like leave out the leading zero.
  function strftime(now, format) {
    const hour12 = now.hour % 12 === 0 ? 12 : now.hour % 12;
    const values = {
      Y: String(now.year), y: two(now.year % 100), m: two(now.month), d: two(now.day), H: two(now.hour), I: two(hour12),
      M: two(now.minute), S: two(now.second), p: now.hour < 12 ? "AM" : "PM", B: MONTHS[now.month - 1],
      b: MONTHS[now.month - 1].slice(0, 3), h: MONTHS[now.month - 1].slice(0, 3), A: DAYS[now.weekday],
      a: DAYS[now.weekday].slice(0, 3), e: (now.day < 10 ? " " : "") + now.day, w: String(now.weekday),
      j: (now.yearday < 100 ? "0" : "") + two(now.yearday), n: "\n", t: "\t", "%": "%",
    };
    values.F = values.Y + "-" + values.m + "-" + values.d;
    values.T = values.H + ":" + values.M + ":" + values.S;
    values.R = values.H + ":" + values.M;
    values.D = values.m + "/" + values.d + "/" + values.y;
    return format.replace(/%(-?)([A-Za-z%])/g, (whole, bare, letter) => {
      const value = Object.hasOwn(values, letter) ? values[letter] : undefined;
      if (value === undefined) return whole;
      return bare ? value.replace(/^[0 ]+(?=.)/, "") : value;
    });
  }

  // The library's own clock needs Intl, which its cage has not; the first value a name gets is the library's.
  let clock;
  const set = jinja.Environment.prototype.set;
  jinja.Environment.prototype.set = function (name, value) {
    return set.call(this, name, name === "strftime_now" ? (format) => strftime(clock, String(format)) : value);
  };

  // Python writes its truth values with capitals.
  const Truth = new jinja.Environment().set("truth", true).constructor;
  Truth.prototype.toString = function () {
    return this.value ? "True" : "False";
  };

  // The library has no raw blocks. Their text becomes a string literal, with the white space taken that tags take.
  function withoutRaw(template) {
    if (!template.includes("endraw")) return template;
    return template.replace(/{%(-?)\s*raw\s*(-?)%}([^]*?){%(-?)\s*endraw\s*(-?)%}/g,
      (_, before, left, text, right, after) => {
        text = left ? text.trimStart() : text.replace(/^\n/, "");
        if (right) text = text.trimEnd();
        return "{{" + before + " " + JSON.stringify(text) + " " + after + "}}";
      });
  }

  return function (requestText) {
    const request = JSON.parse(requestText);
    clock = request.now;
    let template;
    try {
      template = new jinja.Template(withoutRaw(request.template));
    } catch (error) {
      return JSON.stringify({ error: String(error && error.message || error) });
    }
    const results = request.conversations.map((conversation) => {
      try {
        const values = Object.assign({ tools: null, documents: null }, request.values, conversation);
        const text = template.render(values);
        if (text.length > request.longest) return { error: "it writes more than it was given reason to" };
        return { text };
      } catch (error) {
        return { error: String(error && error.message || error) };
      }
    });
    return JSON.stringify({ results });
  };
})
