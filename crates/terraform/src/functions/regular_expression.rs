//! Regular expressions as Terraform has them: Go's `regexp`, which is RE2's syntax.
//!
//! The engine is the `regex` crate, whose matching is RE2's (leftmost-first, linear in time). Its
//! syntax is not: `\d`, `\s`, `\w` and `\b` are Unicode there and ASCII here, `[a&&b]`, `[[a]` and
//! `{` mean something else, `a**` and `a{1001}` are allowed. So a pattern is read by Go's grammar
//! (package `regexp/syntax`, flags `Perl`) and written in that of the crate.
//!
//! Source: <https://pkg.go.dev/regexp/syntax> (Go 1.23, read 2026-11).

use regex::{Captures, Regex, RegexBuilder};

/// The most repetitions that Go allows of one thing, nested ones multiplied.
const REPETITIONS: u32 = 1000;

/// The most bytes that a compiled pattern may take; a larger one is an error.
const COMPILED: usize = 1 << 20;

/// A compiled pattern with the names of its groups, as the author wrote them.
pub(super) struct Pattern {
    regex: Regex,
    /// One for each group, without the whole match.
    names: Vec<Option<String>>,
}

impl Pattern {
    /// Reads `pattern` by Go's grammar; the error is Go's own, without "error parsing regexp: ".
    pub(super) fn new(pattern: &str) -> Result<Self, String> {
        let mut translation =
            Translation { rest: pattern, out: String::with_capacity(pattern.len() + 16), names: Vec::new() };
        translation.run()?;
        repetitions(&translation.out)?;
        let regex = RegexBuilder::new(&translation.out).size_limit(COMPILED).dfa_size_limit(COMPILED).build().map_err(
            |error| match error {
                regex::Error::CompiledTooBig(_) => "expression too large".to_string(),
                other => reason(&other.to_string()),
            },
        )?;
        Ok(Self { regex, names: translation.names })
    }

    /// The names of the groups, without the whole match; none where a group has no name.
    pub(super) fn names(&self) -> &[Option<String>] {
        &self.names
    }

    /// The first match.
    pub(super) fn first<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        self.regex.captures(text)
    }

    /// All matches that do not overlap; an empty one right after another match is none.
    pub(super) fn all<'t>(&self, text: &'t str) -> impl Iterator<Item = Captures<'t>> {
        self.regex.captures_iter(text)
    }

    /// All matches replaced by `replacement`, where `$1`, `$name` and `${name}` are groups.
    ///
    /// As in Go, a name is as long as it can be: `$1x` is the group `1x`, which is empty because
    /// there is none. None where the result has more than `limit` bytes.
    pub(super) fn replace_all(&self, text: &str, replacement: &str, limit: usize) -> Option<String> {
        let mut out = String::new();
        let mut done = 0;
        for found in self.all(text) {
            let whole = found.get_match();
            out.push_str(&text[done..whole.start()]);
            self.expand(replacement, &found, &mut out);
            done = whole.end();
            if out.len() > limit {
                return None;
            }
        }
        out.push_str(&text[done..]);
        (out.len() <= limit).then_some(out)
    }

    fn expand(&self, mut replacement: &str, found: &Captures, out: &mut String) {
        while let Some((before, after)) = replacement.split_once('$') {
            out.push_str(before);
            replacement = after;
            if let Some(after) = after.strip_prefix('$') {
                out.push('$');
                replacement = after;
                continue;
            }
            let braced = after.strip_prefix('{');
            let text = braced.unwrap_or(after);
            let end = text.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(text.len());
            let (name, tail) = text.split_at(end);
            let tail = if braced.is_some() { tail.strip_prefix('}') } else { Some(tail) };
            let (false, Some(tail)) = (name.is_empty(), tail) else {
                out.push('$');
                continue;
            };
            replacement = tail;
            let number = name.bytes().all(|b| b.is_ascii_digit()).then(|| name.parse::<usize>().ok()).flatten();
            match number {
                Some(number) => out.push_str(found.get(number).map_or("", |group| group.as_str())),
                None => {
                    let named = self.names.iter().position(|n| n.as_deref() == Some(name));
                    out.push_str(named.and_then(|at| found.get(at + 1)).map_or("", |group| group.as_str()));
                }
            }
        }
        out.push_str(replacement);
    }
}

/// What the crate says last, without its drawing of the pattern.
fn reason(error: &str) -> String {
    let last = error.trim_end().lines().last().unwrap_or_default();
    last.strip_prefix("error: ").unwrap_or(last).to_string()
}

/// Refuses repetitions that multiply to more than Go allows.
fn repetitions(pattern: &str) -> Result<(), String> {
    use regex_syntax::ast::{Ast, RepetitionKind, RepetitionRange, parse::Parser};
    fn within(ast: &Ast, mut left: u32) -> bool {
        match ast {
            Ast::Repetition(repetition) => {
                if let RepetitionKind::Range(range) = &repetition.op.kind {
                    let most = match *range {
                        RepetitionRange::Exactly(n) | RepetitionRange::AtLeast(n) | RepetitionRange::Bounded(_, n) => n,
                    };
                    if most > left {
                        return false;
                    }
                    left = left.checked_div(most).unwrap_or(left);
                }
                within(&repetition.ast, left)
            }
            Ast::Group(group) => within(&group.ast, left),
            Ast::Alternation(several) => several.asts.iter().all(|ast| within(ast, left)),
            Ast::Concat(several) => several.asts.iter().all(|ast| within(ast, left)),
            _ => true,
        }
    }
    // The parser's own limit on nesting bounds the recursion.
    let ast = Parser::new().parse(pattern).map_err(|error| error.kind().to_string())?;
    if within(&ast, REPETITIONS) { Ok(()) } else { Err("invalid repeat count".to_string()) }
}

/// Reads Go's syntax from `rest` and writes that of the `regex` crate to `out`.
struct Translation<'p> {
    rest: &'p str,
    out: String,
    names: Vec<Option<String>>,
}

impl<'p> Translation<'p> {
    fn next(&mut self) -> Option<char> {
        let c = self.rest.chars().next()?;
        self.rest = &self.rest[c.len_utf8()..];
        Some(c)
    }

    fn take(&mut self, prefix: &str) -> bool {
        match self.rest.strip_prefix(prefix) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn literal(&mut self, c: char) {
        if c.is_ascii_alphanumeric() || !c.is_ascii() {
            self.out.push(c);
        } else {
            self.out.push_str(&format!("\\x{{{:x}}}", c as u32));
        }
    }

    fn run(&mut self) -> Result<(), String> {
        let mut repeated = false;
        loop {
            let before = self.rest;
            let Some(c) = self.next() else { return Ok(()) };
            let repeats = match c {
                '*' | '+' | '?' => {
                    self.out.push(c);
                    true
                }
                '{' => self.bounds()?,
                _ => false,
            };
            if repeats {
                if repeated {
                    return Err(format!(
                        "invalid nested repetition operator: `{}`",
                        &before[..before.len() - self.rest.len()]
                    ));
                }
                if self.take("?") {
                    self.out.push('?');
                }
                repeated = true;
                continue;
            }
            repeated = false;
            match c {
                '(' if self.rest.starts_with('?') => self.flags(before)?,
                '(' => {
                    self.names.push(None);
                    self.out.push('(');
                }
                ')' | '|' | '^' | '$' | '.' => self.out.push(c),
                '[' => self.class(before)?,
                '\\' => self.escape()?,
                c => self.literal(c),
            }
        }
    }

    /// What follows `{`: bounds of a repetition; if not, the brace is itself.
    fn bounds(&mut self) -> Result<bool, String> {
        fn number(text: &str) -> Option<(u32, &str)> {
            let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
            if end == 0 || (end > 1 && text.starts_with('0')) {
                return None;
            }
            Some((text[..end].parse().unwrap_or(u32::MAX), &text[end..]))
        }
        let read = || {
            let (least, rest) = number(self.rest)?;
            let (most, rest) = match rest.strip_prefix(',') {
                None => (Some(least), rest),
                Some(rest) if rest.starts_with('}') => (None, rest),
                Some(rest) => number(rest).map(|(most, rest)| (Some(most), rest))?,
            };
            Some((least, most, rest.strip_prefix('}')?))
        };
        let Some((least, most, rest)) = read() else { return Ok(false) };
        if least > REPETITIONS || most.is_some_and(|most| most > REPETITIONS || least > most) {
            return Err(format!("invalid repeat count: `{{{}`", &self.rest[..self.rest.len() - rest.len()]));
        }
        self.rest = rest;
        match most {
            Some(most) => self.out.push_str(&format!("{{{least},{most}}}")),
            None => self.out.push_str(&format!("{{{least},}}")),
        }
        Ok(true)
    }

    /// What follows `(` and begins with `?`.
    fn flags(&mut self, before: &str) -> Result<(), String> {
        self.take("?");
        if self.take("P<") || self.take("<") {
            let valid = |name: &&str| !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
            let named = self.rest.split_once('>');
            let Some((name, rest)) = named.filter(|(name, _)| valid(name)) else {
                return Err(format!("invalid named capture: `{before}`"));
            };
            if self.names.iter().flatten().any(|known| known == name) {
                return Err(format!("duplicate capture group name: `{name}`"));
            }
            self.rest = rest;
            self.names.push(Some(name.to_string()));
            self.out.push('(');
            return Ok(());
        }
        let end = self.rest.find([':', ')']);
        let flags = end.map(|end| self.rest.split_at(end));
        let good = |flags: &str| {
            let (on, off) = flags.split_once('-').map_or((flags, None), |(on, off)| (on, Some(off)));
            on.chars().chain(off.unwrap_or_default().chars()).all(|c| "imsU".contains(c)) && off != Some("")
        };
        let Some((flags, _)) = flags.filter(|(flags, _)| good(flags)) else {
            let shown: String = before.chars().take(3).collect();
            return Err(format!("invalid or unsupported Perl syntax: `{shown}`"));
        };
        self.rest = &self.rest[flags.len()..];
        // Go lets a flag stand twice, the crate does not.
        let (on, off) = flags.split_once('-').unwrap_or((flags, ""));
        let mut written = String::new();
        for flag in "imsU".chars().filter(|&flag| on.contains(flag) && !off.contains(flag)) {
            written.push(flag);
        }
        if !off.is_empty() {
            written.push('-');
            written.extend("imsU".chars().filter(|&flag| off.contains(flag)));
        }
        if self.take(":") {
            self.out.push_str(&format!("(?{written}:"));
        } else {
            self.take(")");
            if !written.is_empty() {
                self.out.push_str(&format!("(?{written})"));
            }
        }
        Ok(())
    }

    /// What follows a backslash outside of a class.
    fn escape(&mut self) -> Result<(), String> {
        if self.take("Q") {
            let (text, rest) = self.rest.split_once("\\E").unwrap_or((self.rest, ""));
            text.chars().for_each(|c| self.literal(c));
            self.rest = rest;
            return Ok(());
        }
        let written = match self.rest.chars().next() {
            Some('A') => "\\A",
            Some('z') => "\\z",
            Some('b') => "(?-u:\\b)",
            Some('B') => "(?-u:\\B)",
            _ => "",
        };
        if !written.is_empty() {
            self.next();
            self.out.push_str(written);
            return Ok(());
        }
        if let Some(class) = self.escaped_class()? {
            self.out.push_str(&class);
            return Ok(());
        }
        let c = self.escaped_character()?;
        self.literal(c);
        Ok(())
    }

    /// `d`, `s`, `w`, `p` and their negations after a backslash, as a class in brackets.
    fn escaped_class(&mut self) -> Result<Option<String>, String> {
        let Some(c) = self.rest.chars().next() else { return Ok(None) };
        let (ranges, negated) = match c.to_ascii_lowercase() {
            'd' => ("0-9".to_string(), c == 'D'),
            's' => ("\\t\\n\\f\\r\\x20".to_string(), c == 'S'),
            'w' => ("0-9A-Za-z_".to_string(), c == 'W'),
            'p' => {
                self.next();
                return self.unicode_class(c == 'P').map(Some);
            }
            _ => return Ok(None),
        };
        self.next();
        Ok(Some(format!("[{}{ranges}]", if negated { "^" } else { "" })))
    }

    /// The name of a category or script after `\p`: exact in Go, loose in the crate.
    fn unicode_class(&mut self, mut negated: bool) -> Result<String, String> {
        let start = self.rest;
        let invalid = |name: &str| format!("invalid character class range: `\\p{name}`");
        let name = if self.take("{") {
            let (name, rest) = self.rest.split_once('}').ok_or_else(|| invalid(start))?;
            self.rest = rest;
            name
        } else {
            let c = self.next().ok_or_else(|| invalid(""))?;
            &start[..c.len_utf8()]
        };
        let plain = name.strip_prefix('^').inspect(|_| negated = !negated).unwrap_or(name);
        let categories =
            "L Ll Lm Lo Lt Lu M Mc Me Mn N Nd Nl No P Pc Pd Pe Pf Pi Po Ps S Sc Sk Sm So Z Zl Zp Zs Cc Cf Co";
        let ranges = match plain {
            "Any" => "\\p{Any}".to_string(),
            // Go's "other" is without what is not assigned; no text has surrogates.
            "C" => "\\p{Cc}\\p{Cf}\\p{Co}".to_string(),
            "Cs" => "a&&b".to_string(),
            _ if categories.split(' ').any(|category| category == plain) => format!("\\p{{{plain}}}"),
            _ => {
                let script = plain.split('_').all(|word| {
                    word.starts_with(|c: char| c.is_ascii_uppercase() || c == 'o')
                        && word.chars().skip(1).all(|c| c.is_ascii_lowercase())
                });
                let class = format!("\\p{{Script={plain}}}");
                if !script || plain.len() < 2 || Regex::new(&class).is_err() {
                    return Err(invalid(&format!("{{{name}}}")));
                }
                class
            }
        };
        Ok(format!("[{}{ranges}]", if negated { "^" } else { "" }))
    }

    /// A single character after a backslash, in a class or outside.
    fn escaped_character(&mut self) -> Result<char, String> {
        let start = self.rest;
        let c = self.next().ok_or("trailing backslash at end of expression: ``")?;
        let invalid = |rest: &str| format!("invalid escape sequence: `\\{}`", &start[..start.len() - rest.len()]);
        Ok(match c {
            'a' => '\x07',
            'f' => '\x0c',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\x0b',
            '0'..='7' => {
                let octal = |c: char| c.to_digit(8);
                let mut code = octal(c).unwrap_or_default();
                let mut digits = 1;
                while digits < 3
                    && let Some(digit) = self.rest.chars().next().and_then(octal)
                {
                    code = code * 8 + digit;
                    digits += 1;
                    self.next();
                }
                // One digit alone would be a reference to a group, which RE2 has not.
                if c != '0' && digits == 1 {
                    return Err(invalid(self.rest));
                }
                char::from_u32(code).ok_or_else(|| invalid(self.rest))?
            }
            'x' => {
                let digits = if self.take("{") {
                    let (digits, rest) = self.rest.split_once('}').ok_or_else(|| invalid(self.rest))?;
                    self.rest = rest;
                    digits
                } else {
                    let digits = self.rest.get(..2).ok_or_else(|| invalid(self.rest))?;
                    self.rest = &self.rest[2..];
                    digits
                };
                let hexadecimal = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_hexdigit());
                let code = hexadecimal.then(|| u32::from_str_radix(digits, 16).ok()).flatten();
                code.and_then(char::from_u32).ok_or_else(|| invalid(self.rest))?
            }
            c if c.is_ascii() && !c.is_ascii_alphanumeric() => c,
            _ => return Err(invalid(self.rest)),
        })
    }

    /// What follows `[`.
    fn class(&mut self, before: &'p str) -> Result<(), String> {
        let missing = || format!("missing closing ]: `{before}`");
        self.out.push('[');
        if self.take("^") {
            self.out.push('^');
        }
        let mut first = true;
        loop {
            if !first && self.take("]") {
                self.out.push(']');
                return Ok(());
            }
            first = false;
            if self.rest.is_empty() {
                return Err(missing());
            }
            if self.rest.starts_with("[:")
                && let Some(end) = self.rest[2..].find(":]")
            {
                let name = &self.rest[..end + 4];
                let known = "alnum alpha ascii blank cntrl digit graph lower print punct space upper word xdigit";
                let inner = &name[2..name.len() - 2];
                let plain = inner.strip_prefix('^').unwrap_or(inner);
                if !known.split(' ').any(|class| class == plain) {
                    return Err(format!("invalid character class range: `{name}`"));
                }
                self.out.push_str(name);
                self.rest = &self.rest[name.len()..];
                continue;
            }
            if let Some(rest) = self.rest.strip_prefix('\\') {
                let at = self.rest;
                self.rest = rest;
                if let Some(class) = self.escaped_class()? {
                    self.out.push_str(&class);
                    continue;
                }
                self.rest = at;
            }
            let start = self.rest;
            let low = self.class_character().map_err(|error| error.unwrap_or_else(missing))?;
            self.literal(low);
            if self.rest.starts_with('-') && !self.rest[1..].starts_with(']') && self.rest.len() > 1 {
                self.take("-");
                let high = self.class_character().map_err(|error| error.unwrap_or_else(missing))?;
                if high < low {
                    return Err(format!(
                        "invalid character class range: `{}`",
                        &start[..start.len() - self.rest.len()]
                    ));
                }
                self.out.push('-');
                self.literal(high);
            }
        }
    }

    fn class_character(&mut self) -> Result<char, Option<String>> {
        match self.next() {
            None => Err(None),
            Some('\\') => self.escaped_character().map_err(Some),
            Some(c) => Ok(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    fn first<'t>(pattern: &str, text: &'t str) -> Option<&'t str> {
        let pattern = Pattern::new(pattern).unwrap_or_else(|error| panic!("{pattern}: {error}"));
        pattern.first(text).map(|found| found.get_match().as_str())
    }

    #[test]
    fn classes_are_ascii_and_braces_literal_as_in_go() {
        for (pattern, text, found) in [
            (r"\d+", "٣4", Some("4")),
            (r"\w+", "éa", Some("a")),
            (r"\s", "\u{b}\u{a0}", None),
            (r"[\s]", "\u{b} ", Some(" ")),
            (r"\bn", "én", Some("n")),
            (r"(?i)k", "\u{212a}", Some("\u{212a}")),
            (r"a{,2}", "a{,2}", Some("a{,2}")),
            (r"a{", "a{", Some("a{")),
            (r"x{2}", "xxx", Some("xx")),
            (r"[[a]", "[", Some("[")),
            (r"[a&&b]+", "&", Some("&")),
            (r"[]a]+", "]", Some("]")),
            (r"[a-]+", "-", Some("-")),
            (r"[+--]", ",", Some(",")),
            (r"[^a]", "\n", Some("\n")),
            (r"\Qa.b\E+", "a.bb", Some("a.bb")),
            (r"\101\x42\x{43}", "ABC", Some("ABC")),
            (r"\pL+", "日本1", Some("日本")),
            (r"\p{^Greek}", "αa", Some("a")),
            (r"\P{Greek}", "αa", Some("a")),
            (r"[\PL1]+", "a1-", Some("1-")),
            (r"(?s).+", "a\nb", Some("a\nb")),
            (r"(?U)a+", "aaa", Some("a")),
            (r"(?m)^b$", "a\nb", Some("b")),
            (r"a|b|", "c", Some("")),
            (r"(?)a", "a", Some("a")),
            (r"}]", "}]", Some("}]")),
            (r"[[:^digit:]]", "1a", Some("a")),
        ] {
            assert_eq!(first(pattern, text), found, "{pattern}");
        }
    }

    #[test]
    fn what_go_refuses_is_refused() {
        for pattern in [
            "[",
            "(",
            ")",
            "a**",
            "a*+",
            "a*??",
            "*",
            "(?=a)",
            "(?!a)",
            r"\1",
            r"\8",
            r"\C",
            r"\Z",
            "a{1001}",
            "(a{100}){100}",
            "a{2,1}",
            "(?P<n>a)(?P<n>b)",
            "(?P<é>a)",
            "(?x)a",
            r"\p{letter}",
            r"\p{Letter}",
            r"\u0041",
            r"\",
            "[b-a]",
            "[[:nope:]]",
            "(?<n",
            "(?-)",
        ] {
            assert!(Pattern::new(pattern).is_err(), "{pattern}");
        }
    }

    #[test]
    fn a_hostile_pattern_ends_at_the_budget() {
        assert!(Pattern::new(&"(".repeat(100_000)).is_err());
        assert!(Pattern::new(&format!("{}a{}", "(".repeat(5000), ")".repeat(5000))).is_err());
        assert!(Pattern::new(r"((\pL{30}){30})").is_err());
    }

    #[test]
    fn replacements_name_groups_as_go_does() {
        for (text, pattern, replacement, result) in [
            ("abc", "b", "$x", "ac"),
            ("hello", "(l+)", "<$1>", "he<ll>o"),
            ("hello", "(l+)", "<$1a>", "he<>o"),
            ("hello", "(?P<n>l+)", "<${n}>", "he<ll>o"),
            ("hello", "(?P<n>l+)", "<$n>", "he<ll>o"),
            ("b", "b", "$$1", "$1"),
            ("b", "b", "$", "$"),
            ("b", "b", "${b", "${b"),
            ("b", "b", "$-", "$-"),
            ("a/b/c", "a*", "\\", "\\/\\b\\/\\c\\"),
            ("1213", r"(\w)(\w)", "$2$1", "2131"),
        ] {
            assert_eq!(
                Pattern::new(pattern).unwrap().replace_all(text, replacement, 100).as_deref(),
                Some(result),
                "{text} {pattern}"
            );
        }
        assert_eq!(Pattern::new("").unwrap().replace_all("aaaa", "bbbbbbbb", 20), None, "longer than the limit");
    }
}
